package io.ballast.think.strategy;

/**
 * Why a candidate was chosen or not.
 *
 * @param words {@code Chosen}, {@code Lower score}, {@code Costs more than it gains}, …
 */
public record CandidateVerdict(boolean chosen, String words) {
    public static final CandidateVerdict CHOSEN = new CandidateVerdict(true, "Chosen");
}
