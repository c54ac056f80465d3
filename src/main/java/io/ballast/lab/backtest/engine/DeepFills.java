package io.ballast.lab.backtest.engine;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.act.execution.simulated.FillModel;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.Passage;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import java.util.Optional;

/**
 * Swaps through pools that feel it, some blocks after the decision. A swap that then gives less than its least amount, or comes
 * too late, fails and pays for its gas. Used by one thread.
 *
 * @param delay blocks
 * @param worstSandwich whether an attacker takes all that the least amount allows, whether that pays or not
 */
record DeepFills(BarMarket market, TradeBook book, int delay, boolean worstSandwich) implements FillModel {
    @Override
    public Fill fill(SwapOrder order, Observation seen) {
        MarketState decided = seen.market();
        MarketState now = market.pass(delay);
        Optional<Passage> swap = swap(order, now);
        TokenAmount alone = swap.map(Passage::amountOut).orElse(order.minOut());
        Fill fill = Fill.at(order, now, swap.isPresent(), worstSandwich ? order.minOut() : alone);
        book.add(market.traded(), order, decided, fill, alone);
        return fill;
    }

    /** Swaps if that is in time and gives enough; the pools feel it. */
    Optional<Passage> swap(SwapOrder order, MarketState now) {
        if (now.block().timestamp().isAfter(order.deadline())) {
            return Optional.empty();
        }
        Optional<Passage> swap =
                passage(order, now).filter(found -> found.amountOut().compareTo(order.minOut()) >= 0);
        swap.ifPresent(found -> market.traded(found.after()));
        return swap;
    }

    private static Optional<Passage> passage(SwapOrder order, MarketState now) {
        try {
            return Optional.of(Passage.of(order.quote().portions(), now.pools()));
        } catch (InsufficientLiquidityException empty) {
            // The contract reverts where a pool cannot give anything.
            return Optional.empty();
        }
    }
}
