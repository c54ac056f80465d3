package io.ballast.lab.backtest.engine;

import io.ballast.agent.OffChainAgent;
import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.strategy.Strategy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The literature's cost: so much of {@code Σ│value − target│} is taken from the equity in proportion to everything held, while the
 * trades themselves cost nothing. No exchange works like that. Used by one thread.
 */
final class Levy {
    private final double rate;
    private final Set<String> weighed;
    private final BarMarket market;
    private final TradeBook book;
    private final OffChainAgent agent;
    private int charged;

    /** @param strategy whose targets count: cash without one is no asset */
    Levy(Bps rate, Strategy strategy, BarMarket market, TradeBook book, OffChainAgent agent) {
        this.rate = rate.fraction().doubleValue();
        this.weighed = strategy.allocations().stream()
                .filter(each ->
                        !each.token().equals(strategy.cash()) || each.target().value() > 0)
                .map(each -> each.token().symbol())
                .collect(Collectors.toSet());
        this.market = market;
        this.book = book;
        this.agent = agent;
    }

    /** Charges the trades since the last time. */
    void take() {
        List<TradeRecord> fresh = book.trades().subList(charged, book.trades().size());
        if (fresh.isEmpty()) {
            return;
        }
        double due = 0;
        for (int i = 0; i < fresh.size(); i++) {
            double fee = rate * sides(fresh.get(i)) * fresh.get(i).notional();
            fresh.set(i, fresh.get(i).costing(new CostSplit(fee, 0, 0, 0, 0)));
            due += fee;
        }
        charged = book.trades().size();
        MarketState state = market.observe().market();
        List<TokenAmount> held = agent.ledger().books().orElseThrow().balances();
        BigDecimal invested = new Holdings(held, io.ballast.base.units.Wei.ZERO)
                .invested(state)
                .value();
        BigDecimal share = BigDecimal.valueOf(due).divide(invested, MathContext.DECIMAL128);
        agent.charge(held.stream().map(amount -> part(amount, share)).toList());
    }

    private int sides(TradeRecord trade) {
        return (weighed.contains(trade.sold()) ? 1 : 0) + (weighed.contains(trade.bought()) ? 1 : 0);
    }

    private static TokenAmount part(TokenAmount amount, BigDecimal share) {
        return new TokenAmount(
                amount.token(),
                new BigDecimal(amount.raw())
                        .multiply(share)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toBigInteger());
    }
}
