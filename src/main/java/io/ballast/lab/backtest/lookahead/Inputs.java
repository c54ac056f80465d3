package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.sense.market.Observation;
import io.ballast.think.feature.PriceWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decision was given.
 *
 * @param bars closed before it
 */
record Inputs(Observation seen, PriceWindow bars) {

    static Inputs of(CycleOutcome outcome, PriceWindow bars) {
        return new Inputs(seen(outcome), bars);
    }

    /** The market that a cycle looked at, and what it knew besides. */
    static Observation seen(CycleOutcome outcome) {
        return outcome.decision().map(Decision::seen).orElse(outcome.after());
    }

    /** Names of those that another decision was given otherwise. */
    List<String> differing(Inputs other) {
        List<String> names = new ArrayList<>();
        note(names, "prices", !seen.market().prices().equals(other.seen.market().prices()));
        note(names, "pools", !seen.market().pools().equals(other.seen.market().pools()));
        note(
                names,
                "block and base fee",
                !seen.market().header().equals(other.seen.market().header()));
        note(names, "balances", !seen.account().equals(other.seen.account()));
        note(names, "closed bars", !same(bars, other.bars));
        return names;
    }

    private static void note(List<String> names, String name, boolean differs) {
        if (differs) {
            names.add(name);
        }
    }

    private static boolean same(PriceWindow one, PriceWindow other) {
        return one.times().equals(other.times())
                && java.util.Arrays.deepEquals(
                        one.closes().toArray(), other.closes().toArray());
    }
}
