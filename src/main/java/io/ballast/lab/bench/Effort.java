package io.ballast.lab.bench;

/**
 * How each side works on a set of swaps: some rounds to warm up and as many for the clock, of which the best counts. A round
 * goes over the whole set as often as it takes to last, so that the rounds of a fast and a slow side are alike.
 *
 * @param rounds one or more; the v3-sdk needs about 20 to be warm
 * @param millis that a round lasts at least, not negative
 */
public record Effort(int rounds, int millis) {
    public Effort {
        if (rounds < 1 || millis < 0) {
            throw new IllegalArgumentException(
                    "at least one round of no negative time, were " + rounds + " and " + millis);
        }
    }
}
