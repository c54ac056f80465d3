package io.ballast.think.action;

import io.ballast.base.units.Usd;

/**
 * What an action is expected to cost; none negative.
 *
 * @param fee to liquidity providers
 * @param impact lost to the move of the price by our own size
 * @param gas of all swaps and approvals at the next block's base fee plus tip
 * @param sandwich most that a sandwich could take on top, down to the least amounts accepted; not part of {@link #total}
 */
public record ActionCost(Usd fee, Usd impact, Usd gas, Usd sandwich) {
    public static final ActionCost NONE = new ActionCost(Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);

    /** Fee, impact and gas. */
    public Usd total() {
        return fee.plus(impact).plus(gas);
    }
}
