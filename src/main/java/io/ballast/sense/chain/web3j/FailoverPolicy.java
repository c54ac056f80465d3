package io.ballast.sense.chain.web3j;

import java.time.Duration;

/**
 * How reads go on when endpoints fail.
 *
 * @param rounds times that all endpoints are tried
 * @param backoff before the second round; it doubles with each, and is spread by 20 %
 * @param maxBackoff bound of the former
 * @param failuresToOpen consecutive failures after which an endpoint is left alone
 * @param openFor how long it is left alone
 */
public record FailoverPolicy(int rounds, Duration backoff, Duration maxBackoff, int failuresToOpen, Duration openFor) {
    /** 3 rounds, 200 ms to 2 s apart; 3 failures rest an endpoint for 5 s. */
    public static final FailoverPolicy DEFAULT =
            new FailoverPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(2), 3, Duration.ofSeconds(5));

    public FailoverPolicy {
        if (rounds < 1 || failuresToOpen < 1 || !backoff.isPositive() || maxBackoff.compareTo(backoff) <= 0) {
            throw new IllegalArgumentException("failover needs rounds, failures and growing pauses");
        }
    }
}
