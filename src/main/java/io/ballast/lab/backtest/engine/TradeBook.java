package io.ballast.lab.backtest.engine;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was traded, and what that cost against the prices that the decision saw: {@code in·pᵢ − out·pₒ} is fee, impact, delay
 * and what a sandwich took. Used by one thread.
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
     * Notes one transaction.
     *
     * @param decided market that the order was quoted on
     * @param unattacked what came out, or would have come out, without a sandwich
     */
    void add(int row, SwapOrder order, MarketState decided, Fill fill, TokenAmount unattacked) {
        double notional = whole(order.amountIn()) * price(order.amountIn().token(), decided);
        double worth = price(order.tokenOut(), decided);
        double quoted = whole(order.quote().amountOut()) * worth;
        double given = whole(unattacked) * worth;
        double fee = notional * order.quote().feeShare().doubleValue();
        double gas = gas(fill, decided);
        CostSplit cost = fill.succeeded()
                ? new CostSplit(
                        fee,
                        notional - quoted - fee,
                        gas,
                        quoted - given,
                        given - whole(fill.received()) * worth)
                : new CostSplit(0, 0, gas, 0, 0);
        add(row, order, fill, notional, cost);
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
        return coins.signum() == 0 ? 0 : coins.doubleValue() * price(decided.universe().wrapped(), decided);
    }

    /** To the last digit but one, which is enough for figures, and much faster than by decimals. */
    private static double whole(TokenAmount amount) {
        return amount.raw().doubleValue() / Math.pow(10, amount.token().decimals());
    }

    private static double price(Token token, MarketState market) {
        return market.price(token).value().doubleValue();
    }
}
