package io.ballast.lab.devnet.anvil;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Wei;

/**
 * Fees that fix the order of transactions in a block: anvil sorts by the highest fee per gas, so each transaction offers one
 * wei less than the one before it. What is paid on top of the base fee stays small whatever the offer.
 *
 * @param baseFee of the next block, per unit of gas
 * @param top offer of the first transaction, per unit of gas
 */
public record FeeLadder(Wei baseFee, Wei top) {
    private static final Bps MARGIN = new Bps(200);
    private static final Wei TIP = Wei.of(10_000_000);

    /** Ahead of every agent that offers less than fifty times the base fee. */
    public static FeeLadder ahead(Wei baseFee) {
        return new FeeLadder(baseFee, baseFee.times(50));
    }

    /** Behind every agent that offers over 2 % more than the base fee. */
    public static FeeLadder behind(Wei baseFee) {
        return new FeeLadder(baseFee, baseFee.plus(new Wei(MARGIN.of(baseFee.value()))));
    }

    Wei maxFee(int index) {
        return top.minus(Wei.of(index));
    }

    Wei tip(int index) {
        return TIP.min(maxFee(index));
    }
}
