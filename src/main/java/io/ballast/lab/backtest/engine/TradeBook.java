package io.ballast.lab.backtest.engine;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.MidLoss;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was traded, and what that cost against the prices that the decision saw: {@code in·pᵢ − out·pₒ} is fee, impact, basis,
 * delay and what a sandwich took. Used by one thread.
 */
final class TradeBook {
    private final List<TradeRecord> trades = new ArrayList<>();
    private final Wei tip;

    /** @param tip per unit of gas for the block's producer */
    TradeBook(Wei tip) {
        this.tip = tip;
    }

    List<TradeRecord> trades() {
        return trades;
    }

    /**
     * Notes one transaction through pools.
     *
     * @param decided market that the order was quoted on
     * @param unattacked what came out, or would have come out, without a sandwich
     */
    void add(int row, SwapOrder order, MarketState decided, Fill fill, TokenAmount unattacked) {
        double notional = usd(order.amountIn(), decided);
        double gas = gas(fill, decided);
        CostSplit cost =
                fill.succeeded() ? split(order, decided, fill, unattacked, gas) : new CostSplit(0, 0, gas, 0, 0);
        add(row, order, fill, notional, cost);
    }

    /** Notes one transaction at a plain rate: what is lost is the rate, whichever side it is taken from. */
    void addFlat(int row, SwapOrder order, MarketState decided, Fill fill) {
        double notional = usd(order.amountIn(), decided);
        double fee = Math.max(0, notional - usd(fill.received(), decided));
        add(row, order, fill, notional, new CostSplit(fee, 0, gas(fill, decided), 0, 0));
    }

    /**
     * Fee and impact are measured against the pools' own mid prices, since that is what they are of; how far these were from the
     * feeds is the basis.
     */
    private static CostSplit split(
            SwapOrder order, MarketState decided, Fill fill, TokenAmount unattacked, double gas) {
        double notional = usd(order.amountIn(), decided);
        double quoted = usd(order.quote().amountOut(), decided);
        double alone = usd(unattacked, decided);
        double lost = notional * MidLoss.share(order.quote(), decided).doubleValue();
        double fee = Math.min(notional * order.quote().feeShare().doubleValue(), lost);
        return new CostSplit(
                fee,
                lost - fee,
                gas,
                quoted - alone,
                alone - usd(fill.received(), decided),
                notional - lost - quoted);
    }

    private void add(int row, SwapOrder order, Fill fill, double notional, CostSplit cost) {
        trades.add(new TradeRecord(
                row,
                Integer.parseInt(order.decisionId().substring(1)),
                order.amountIn().token().symbol(),
                order.tokenOut().symbol(),
                order.amountIn().whole().toPlainString(),
                fill.received().isZero() ? "0" : fill.received().whole().toPlainString(),
                notional,
                cost,
                !fill.succeeded()));
    }

    private double gas(Fill fill, MarketState decided) {
        BigDecimal coins = fill.baseFee()
                .plus(tip)
                .times(fill.gasUsed())
                .plus(fill.l1Fee())
                .coins();
        return coins.doubleValue()
                * decided.price(decided.universe().wrapped()).value().doubleValue();
    }

    private static double usd(TokenAmount amount, MarketState market) {
        return whole(amount) * market.price(amount.token()).value().doubleValue();
    }

    /** To the last digit but one, which is enough for figures, and much faster than by decimals. */
    private static double whole(TokenAmount amount) {
        return amount.raw().doubleValue() / Math.pow(10, amount.token().decimals());
    }
}
