package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.SwapOrder;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.RouteQuote;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the router's contract does with an order on pools as it finds them. Pure. */
final class PoolFill {
    private PoolFill() {}

    /**
     * Executes an order.
     *
     * @param time of the block
     * @return the sum that came out, and the pools after it; empty, with the pools untouched, if the contract reverts
     */
    static PoolReplay.Done<Optional<TokenAmount>> of(SwapOrder order, List<PoolState> pools, Instant time) {
        if (time.isAfter(order.deadline())) {
            return new PoolReplay.Done<>(Optional.empty(), List.of());
        }
        try {
            SwapQuote swap = new Router().quote(order.quote().portions(), pools);
            return keeps(order, swap)
                    ? new PoolReplay.Done<>(Optional.of(swap.amountOut()), swap.after())
                    : new PoolReplay.Done<>(Optional.empty(), List.of());
        } catch (InsufficientLiquidityException empty) {
            // The contract reverts where a pool cannot give the whole.
            return new PoolReplay.Done<>(Optional.empty(), List.of());
        }
    }

    /** Each part has a least amount of its own. */
    private static boolean keeps(SwapOrder order, SwapQuote swap) {
        List<RouteQuote> quoted = order.quote().parts();
        for (int i = 0; i < quoted.size(); i++) {
            TokenAmount least = order.quote().least(quoted.get(i), order.minOut());
            if (swap.parts().get(i).amountOut().compareTo(least) < 0) {
                return false;
            }
        }
        return true;
    }
}
