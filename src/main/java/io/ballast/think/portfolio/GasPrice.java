package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.Router;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;

/**
 * What gas is expected to cost in the block after a market's.
 *
 * @param perUnit next base fee plus tip
 * @param coin price of one native coin
 */
public record GasPrice(Wei perUnit, Usd coin) {
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
                market.price(market.universe().wrapped()));
    }

    /** Cost of some units of gas. */
    public Usd cost(long units) {
        return perUnit.times(units).at(coin);
    }

    /** Cost of one unit of gas in raw units of a token, as {@link Router#best} wants it. */
    public BigDecimal in(Token token, MarketState market) {
        return Router.gasCost(perUnit, coin, token, market.price(token));
    }
}
