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
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was traded, and what that cost against the prices that the decision saw: {@code in·pᵢ − out·pₒ} is fee, impact, basis,
 * delay and what a sandwich took. Used by one thread.
 */
public final class TradeBook {
    private final List<TradeRecord> trades = new ArrayList<>();
    private final Wei tip;
    private @Nullable TradeRecord prepared;

    /** @param tip per unit of gas for the block's producer */
    public TradeBook(Wei tip) {
        this.tip = tip;
    }

    List<TradeRecord> trades() {
        return trades;
    }

    /** All of them; a preparation that no trade came of stands at the end as one that failed. */
    public List<TradeRecord> done() {
        TradeRecord left = prepared;
        if (left != null) {
            trades.add(left);
            prepared = null;
        }
        return trades;
    }

    /**
     * Notes a transaction that trades nothing: an allowance, given or taken back. The next trade bears its gas.
     *
     * @param decision number of the decision it belongs to
     * @param sold symbol of what it allows to take
     * @param bought symbol of what is meant to come out
     */
    public void prepare(int row, int decision, String sold, String bought, Fill fill, MarketState decided) {
        double gas = gas(fill, decided) + takePrepared();
        prepared = new TradeRecord(row, decision, sold, bought, "0", "0", 0, new CostSplit(0, 0, gas, 0, 0), true);
    }

    private double takePrepared() {
        TradeRecord before = prepared;
        prepared = null;
        return before == null ? 0 : before.cost().gas();
    }

    /** Notes one transaction at a plain rate: what is lost is the rate, whichever side it is taken from. */
    void addFlat(int row, SwapOrder order, MarketState decided, Fill fill) {
        double notional = usd(order.amountIn(), decided);
        double fee = Math.max(0, notional - usd(fill.received(), decided));
        add(row, order, fill, notional, new CostSplit(fee, 0, gas(fill, decided), 0, 0));
    }

    /**
     * Notes one transaction that was quoted on the market of its decision.
     *
     * @param decided market that the order was quoted on
     * @param unattacked what came out, or would have come out, without a sandwich
     */
    void add(int row, SwapOrder order, MarketState decided, Fill fill, TokenAmount unattacked) {
        add(row, order, decided, decided, fill, unattacked);
    }

    /**
     * Notes one transaction.
     *
     * @param decided market that the decision saw, whose prices count
     * @param quoted market that the order was quoted on, some blocks later
     * @param unattacked what came out, or would have come out, without a sandwich
     */
    public void add(
            int row, SwapOrder order, MarketState decided, MarketState quoted, Fill fill, TokenAmount unattacked) {
        double gas = gas(fill, decided) + takePrepared();
        CostSplit cost =
                fill.succeeded() ? cost(order, decided, quoted, fill, unattacked, gas) : new CostSplit(0, 0, gas, 0, 0);
        add(row, order, fill, usd(order.amountIn(), decided), cost);
    }

    /**
     * Fee and impact are measured against the pools' own mid prices, since that is what they are of; how far these were from the
     * feeds is the basis. Whatever is none of them, nor the sandwich's, came of the prices that moved since the decision.
     */
    private static CostSplit cost(
            SwapOrder order, MarketState decided, MarketState quoted, Fill fill, TokenAmount unattacked, double gas) {
        double notional = usd(order.amountIn(), decided);
        double alone = usd(unattacked, decided);
        double share = MidLoss.share(order.quote(), quoted).doubleValue();
        double fee = notional * Math.min(order.quote().feeShare().doubleValue(), share);
        double impact = notional * share - fee;
        double basis =
                usd(order.amountIn(), quoted) * (1 - share) - usd(order.quote().amountOut(), quoted);
        double mev = alone - usd(fill.received(), decided);
        double out = usd(order.quote().amountOut(), decided);
        double before = decided.block().equals(quoted.block()) ? 0 : notional - fee - impact - basis - out;
        return new CostSplit(fee, impact, gas, before + out - alone, mev, basis);
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
