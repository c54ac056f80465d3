package io.ballast.act.journal;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * One decision, complete enough to be explained and computed again.
 *
 * @param baseFee of the pinned block, per unit of gas
 * @param configHash SHA-256 of the resolved configuration
 * @param scorer name of who scored
 * @param modelSha256 of the model's card; empty for rules
 * @param modelDigest of the parameters that scored; empty for rules
 * @param inputsHash over the full inputs, of which {@code inputs} is the readable part
 * @param candidates HOLD first; all of them, in scoring order
 * @param dropped what could not be a candidate, and why
 * @param chosen index into {@code candidates}; 0 is HOLD
 * @param legs swaps of the chosen one, in order; empty for HOLD
 * @param reason why this one, for people
 * @param confirmation whether a leg fixed earlier was decided again after its approval was mined
 */
public record DecisionMade(
        String decisionId,
        BlockRef block,
        Wei baseFee,
        Hash32 configHash,
        String scorer,
        String modelSha256,
        String modelDigest,
        Hash32 inputsHash,
        DecisionInputs inputs,
        List<CandidateRecord> candidates,
        List<DropRecord> dropped,
        int chosen,
        List<LegRecord> legs,
        String reason,
        boolean confirmation)
        implements JournalEvent {
    public DecisionMade {
        candidates = List.copyOf(candidates);
        dropped = List.copyOf(dropped);
        legs = List.copyOf(legs);
        if (chosen < 0 || chosen >= candidates.size()) {
            throw new IllegalArgumentException("chosen " + chosen + " of " + candidates.size() + " candidates");
        }
    }

    /** The candidate that was taken. */
    public CandidateRecord choice() {
        return candidates.get(chosen);
    }
}
