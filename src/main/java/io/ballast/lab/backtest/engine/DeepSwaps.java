package io.ballast.lab.backtest.engine;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.GasHistory;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Swaps one after the other through the pools of a scenario at its first bar, by the fill model of every backtest over bars: each changes
 * the pools that the next one meets. For measuring; nobody decides here. Used by one thread.
 */
public final class DeepSwaps {
    private final BarMarket market;
    private final DeepFills fills;
    private final List<SwapOrder> orders;
    private int next;

    /**
     * @param scenario with fills of bars
     * @param there what is sold for cash by every other swap, greater than zero; what it gives at first buys it back
     */
    public DeepSwaps(Scenario scenario, BarTable table, TokenAmount there) {
        if (!(scenario.fills() instanceof Fills.Bars bars)) {
            throw new IllegalArgumentException("only fills of bars have pools that feel a swap");
        }
        Universe universe = scenario.agent().universe();
        market = new BarMarket(
                universe,
                table,
                new DeepPricing(universe, bars.pools()),
                new BarMarket.Chain(
                        scenario.agent().network().file().blockTime(),
                        GasHistory.constant(Wei.ZERO),
                        ChainConditions.plain(universe.chain()),
                        false),
                ScenarioWorld.nobody(universe, scenario.agent().settings().owner()));
        fills = new DeepFills(market, new TradeBook(Wei.ZERO), 0, false);
        SwapOrder sale = order(there, universe.cash());
        orders = List.of(sale, order(sale.quote().amountOut(), there.token()));
    }

    private SwapOrder order(TokenAmount in, Token out) {
        MarketState now = market.observe().market();
        SwapQuote quote = now.universe()
                .routing()
                .bestRoute(now.pools(), in, out, BigDecimal.ZERO)
                .orElseThrow(() -> new IllegalArgumentException("no pool takes " + in));
        return new SwapOrder(
                "d1",
                1,
                now.header(),
                quote,
                TokenAmount.zero(out),
                now.block().timestamp().plus(Duration.ofDays(1)),
                now.universe().router(quote),
                now.universe().pools(),
                1,
                TokenAmount.zero(out),
                Optional.empty());
    }

    /**
     * Makes the next swaps, there and back by turns; nobody keeps a book.
     *
     * @return what the last one gave
     * @throws IllegalStateException if one fails
     */
    public TokenAmount run(int swaps) {
        TokenAmount received = orders.getFirst().amountIn();
        for (int i = 0; i < swaps; i++) {
            received = fills.swap(order(), market.observe().market())
                    .orElseThrow(() -> new IllegalStateException("a swap failed"))
                    .amountOut();
        }
        return received;
    }

    /** The same as a whole backtest does it, each with what it cost and why. */
    public void runBooked(int swaps) {
        for (int i = 0; i < swaps; i++) {
            Fill fill = fills.fill(order(), market.observe());
            if (!fill.succeeded()) {
                throw new IllegalStateException("a swap failed");
            }
        }
    }

    private SwapOrder order() {
        return orders.get(next++ % orders.size());
    }

    /** The market as the swaps so far have left it. */
    public MarketState market() {
        return market.observe().market();
    }
}
