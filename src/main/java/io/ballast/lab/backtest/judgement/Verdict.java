package io.ballast.lab.backtest.judgement;

import java.util.OptionalDouble;

/** What follows from a backtest, by rules in this order: the first that applies is the verdict. */
public enum Verdict {
    UNFIT_DATA("the data are fit for no verdict"),
    MADE_UP("synthetic prices: not evidence"),
    HINDSIGHT("the model was trained on bars of this period or later: not evidence"),
    TOO_SHORT("too short for a verdict"),
    WORSE("worse than %s; do not trade it"),
    NO_EDGE("no demonstrated edge; model may only veto"),
    COST_FRAGILE("edge does not survive doubled cost; model may only veto"),
    MAYBE_LUCK("edge may be the luck of many trials; model may only veto"),
    OVERFITTED("trials are overfitted; model may only veto"),
    UNMEASURED("edge in simulation only, whose error nobody measured; paper first"),
    EDGE("edge over %s in simulation; paper first, then a small canary");

    /** Fewer periods than this carry no interval worth the name. */
    static final int FEWEST_PERIODS = 30;

    private static final double CONFIDENCE = 0.95;
    private static final double OVERFITTED_SHARE = 0.5;

    private final String sentence;

    Verdict(String sentence) {
        this.sentence = sentence;
    }

    static Verdict of(RunFacts facts, int periods, Comparison best, Doubts doubts) {
        if (facts.data().unfit()) {
            return UNFIT_DATA;
        }
        if (facts.data().made()) {
            return MADE_UP;
        }
        if (facts.data().known()) {
            return HINDSIGHT;
        }
        if (periods < FEWEST_PERIODS) {
            return TOO_SHORT;
        }
        if (best.single().below()) {
            return WORSE;
        }
        if (!best.single().above()) {
            return NO_EDGE;
        }
        if (!best.doubled().above()) {
            return COST_FRAGILE;
        }
        return ofEdge(facts, doubts);
    }

    private static Verdict ofEdge(RunFacts facts, Doubts doubts) {
        if (!atLeast(doubts.deflated(), CONFIDENCE)) {
            return MAYBE_LUCK;
        }
        if (doubts.overfitting()
                .filter(o -> o.probability() >= OVERFITTED_SHARE)
                .isPresent()) {
            return OVERFITTED;
        }
        return facts.simulatorError().isEmpty() ? UNMEASURED : EDGE;
    }

    private static boolean atLeast(OptionalDouble value, double bound) {
        return value.isPresent() && value.getAsDouble() >= bound;
    }

    /** In words; the baseline is the best simple one. */
    public String sentence(String baseline) {
        return sentence.replace("%s", baseline);
    }
}
