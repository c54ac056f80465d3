package io.ballast.think.strategy;

import io.ballast.think.action.Candidate;
import java.util.List;

/**
 * What the policy proposes.
 *
 * @param index of the chosen candidate
 * @param reason why this one, in words
 * @param verdicts one for every candidate, in order
 */
public record Proposal(Candidate chosen, int index, String reason, List<CandidateVerdict> verdicts) {
    public Proposal {
        verdicts = List.copyOf(verdicts);
    }
}
