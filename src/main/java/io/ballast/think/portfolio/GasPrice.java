package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;

/**
 * What gas is expected to cost in the block after a market's.
 *
 * @param perUnit next base fee plus tip
 * @param coin price of one native coin
 * @param l1 what a rollup charges for the data of one transaction
 */
public record GasPrice(Wei perUnit, Usd coin, L1Charge l1) {
    /** Units of gas of an exact ERC-20 approval; measured 46,000 to 48,600 for common tokens. */
    public static final long APPROVAL = 50_000;

    /**
     * In the block after this market's.
     *
     * @param tip per unit of gas for the block's producer
     */
    public static GasPrice next(MarketState market, Wei tip) {
        return new GasPrice(
                market.header().nextBaseFee().plus(tip),
                market.price(market.universe().wrapped()),
                market.conditions().l1());
    }

    /**
     * Cost of some transactions.
     *
     * @param units of gas for what they do
     * @param transactions whose data is published besides, each at the price of a swap's
     */
    public Usd cost(long units, int transactions) {
        Wei execution = perUnit.times(Math.addExact(units, Math.multiplyExact(l1.gas(), transactions)));
        return execution.plus(l1.fee().times(transactions)).at(coin);
    }

    /** Units of gas of a swap and of all approvals before it. */
    public static long withApprovals(SwapQuote quote, Universe universe) {
        return withApprovals(quote, universe.approvals(quote));
    }

    /** The same of so many approvals. */
    public static long withApprovals(SwapQuote quote, int approvals) {
        return quote.gas() + APPROVAL * approvals;
    }

    /** Cost of one unit of gas in raw units of a token, as {@link Router#best} wants it. */
    public BigDecimal in(Token token, MarketState market) {
        return Router.gasCost(perUnit, coin, token, market.price(token));
    }
}
