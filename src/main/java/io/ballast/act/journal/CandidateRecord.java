package io.ballast.act.journal;

import io.ballast.think.action.ActionCost;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One candidate of a decision with its price, its score and what became of it. Its swaps follow from the inputs; those of the
 * one that was taken are in {@link DecisionMade#legs}.
 *
 * @param target name of the weights it moves toward; empty for HOLD
 * @param turnover sum of the legs' notional over invested value
 * @param score of the model; empty if there is none or it refused to answer
 * @param ruleEdge advantage over HOLD by the rule, in basis points of invested value; empty if the rule has no opinion
 * @param verdict why it was or was not taken, for people
 */
public record CandidateRecord(
        ActionKind kind,
        String label,
        String target,
        ActionCost cost,
        BigDecimal turnover,
        Optional<ActionScore> score,
        OptionalDouble ruleEdge,
        String verdict) {
    /** Of a candidate as it was priced. */
    public static CandidateRecord of(
            Candidate candidate, Optional<ActionScore> score, OptionalDouble ruleEdge, String verdict) {
        return new CandidateRecord(
                candidate.kind(),
                candidate.label(),
                candidate.target(),
                candidate.cost(),
                candidate.turnover(),
                score,
                ruleEdge,
                verdict);
    }
}
