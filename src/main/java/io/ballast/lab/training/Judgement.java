package io.ballast.lab.training;

import io.ballast.think.model.ActionScore;
import java.util.List;

/**
 * A labelled decision as a policy decided it.
 *
 * @param chosen candidate; 0 is HOLD
 * @param scores of all candidates
 */
record Judgement(LabelledDecision decision, int chosen, List<ActionScore> scores) {
    private static final double BPS_PER_PERCENT = 100;

    /** The candidate with the highest lower bound above zero, else HOLD. */
    static Judgement of(LabelledDecision decision, List<ActionScore> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i).low() > Math.max(0, scores.get(best).low())) {
                best = i;
            }
        }
        return new Judgement(decision, best, scores);
    }

    boolean traded() {
        return chosen != 0;
    }

    /** Advantage over HOLD, in basis points, with the chosen candidate's cost paid so many times more. */
    double overHold(int extraCosts) {
        double utility = decision.utility()[chosen] - extraCosts * decision.cost()[chosen];
        return BPS_PER_PERCENT * (utility - decision.utility()[0]);
    }

    /** Advantage over the band's choice, in basis points. */
    double overBaseline() {
        return BPS_PER_PERCENT * (decision.utility()[chosen] - decision.utility()[decision.baseline()]);
    }
}
