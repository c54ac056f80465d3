package io.ballast.act.execution;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.market.MarketState;

/**
 * What a transaction offers for gas.
 *
 * @param tip per unit of gas for the block's producer
 */
public record GasPolicy(Wei tip) {
    /**
     * Twice the next base fee plus the tip: the base fee may rise 12.5 % a block, so the offer stays valid for at least five
     * full blocks. The gate compares this offer with the limit.
     */
    public Wei maxFee(BlockHeader pinned) {
        return pinned.nextBaseFee().times(2).plus(tip);
    }

    /** What a transaction on top of this market's block may cost. */
    public GasOffer offer(MarketState market) {
        return new GasOffer(maxFee(market.header()), market.conditions().l1());
    }
}
