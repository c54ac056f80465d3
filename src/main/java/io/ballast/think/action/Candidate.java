package io.ballast.think.action;

import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Valued;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.List;

/**
 * One thing the agent could do now, priced exactly.
 *
 * @param label for people and the journal: {@code HOLD}, {@code 75% to target}, {@code WETH→USDC}
 * @param target name of the weights it moves toward; empty for HOLD
 * @param legs sells before buys; empty for HOLD
 * @param after holdings if every leg fills as quoted, gas not taken off
 * @param weightsAfter of {@code after}
 * @param turnover sum of the legs' notional over invested value
 */
public record Candidate(
        ActionKind kind,
        String label,
        String target,
        List<Leg> legs,
        ActionCost cost,
        Holdings after,
        Weights weightsAfter,
        BigDecimal turnover) {
    public Candidate {
        legs = List.copyOf(legs);
    }

    /** To leave everything as it is. */
    public static Candidate hold(Valued held) {
        return new Candidate(
                ActionKind.HOLD,
                "HOLD",
                "",
                List.of(),
                ActionCost.NONE,
                held.holdings(),
                held.weights(),
                BigDecimal.ZERO);
    }

    public boolean isHold() {
        return kind == ActionKind.HOLD;
    }
}
