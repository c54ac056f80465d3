package io.ballast.think.strategy;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.util.List;

/** When and how far to rebalance. */
public record RebalanceFile(
        @Key(
                value = "Half-width around a target in which nothing is done; auto derives it from cost.",
                defaultsTo = "auto")
        Band noTradeBand,

        @Key(value = "Shares of the way to a target that are tried.", defaultsTo = "25%, 50%, 75%, 100%")
        List<Bps> steps,

        @Key(value = "Smallest swap.", defaultsTo = "50 USD")
        Usd minTrade)
        implements Checked {
    @Override
    public void check(Check check) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).value() == 0) {
                check.problem("steps[" + i + "]", "is zero, and doing nothing is always tried");
            } else if (i > 0 && steps.get(i).compareTo(steps.get(i - 1)) <= 0) {
                check.problem("steps[" + i + "]", "is not more than the step before it");
            }
        }
        if (steps.isEmpty() && check.clean("steps")) {
            check.problem("steps", "is an empty list, expected at least one step");
        }
    }
}
