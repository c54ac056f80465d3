package io.ballast.think.strategy;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.units.Bps;
import io.ballast.sense.dex.Venue;
import java.time.Duration;
import java.util.List;

/** How swaps are made. */
public record ExecutionFile(
        @Key(
                value = "Kinds of pool to trade on; those that can only be quoted are refused.",
                defaultsTo = "uniswap-v3, uniswap-v2")
        List<Venue> venues,

        @Key(value = "Least amount accepted lies this far below the quote, at most 5%.", defaultsTo = "30bps")
        Bps maxSlippage,

        @Key(value = "Most that a swap may move its own price.", defaultsTo = "20bps")
        Bps maxPriceImpact,

        @Key(
                value = "Most that a sandwich that pays may take of a swap; the least amount accepted follows from it.",
                defaultsTo = "3bps")
        Bps maxSandwichLoss,

        @Key(value = "Time within which a swap must be mined.", defaultsTo = "60s")
        Duration deadline)
        implements Checked {
    /** More than this is a gift to whoever sees the transaction first. */
    public static final Bps MOST_SLIPPAGE = new Bps(500);

    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public void check(Check check) {
        if (maxSlippage.compareTo(MOST_SLIPPAGE) > 0) {
            check.problem(
                    "max_slippage",
                    maxSlippage.percent() + " is more than 5%, which gives the trade away to a sandwich");
        }
        if (maxSandwichLoss.compareTo(MOST_SLIPPAGE) > 0) {
            check.problem(
                    "max_sandwich_loss",
                    maxSandwichLoss.percent() + " is more than 5%, the most slippage there may be");
        }
        if (deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
            check.problem("deadline", deadline.isZero() ? "is zero, so no swap could be mined" : "is more than 1h");
        }
        if (venues.isEmpty() && check.clean("venues")) {
            check.problem("venues", "is an empty list, expected at least one kind of pool");
        }
        for (int i = 0; i < venues.size(); i++) {
            if (!venues.get(i).tradable()) {
                check.problem(
                        "venues[" + i + "]",
                        "pools of " + venues.get(i).label()
                                + " are quoted and priced but not traded, no calldata for their router is proven");
            }
        }
    }
}
