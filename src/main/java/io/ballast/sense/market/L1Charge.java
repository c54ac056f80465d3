package io.ballast.sense.market;

import io.ballast.base.units.Wei;

/**
 * What publishing one transaction of a swap's size on L1 costs, read at one block; an upper bound.
 *
 * @param fee coins charged on top of gas
 * @param gas units of gas charged, which the gas limit must hold; not negative
 */
public record L1Charge(Wei fee, long gas) {
    /** Of a chain that charges none. */
    public static final L1Charge NONE = new L1Charge(Wei.ZERO, 0);

    public L1Charge {
        if (gas < 0) {
            throw new IllegalArgumentException("gas must not be negative, was " + gas);
        }
    }

    /**
     * What to set aside for a transaction that is mined some blocks later: twice as much, because L1's base fee may rise by an
     * eighth every 12 seconds.
     */
    public L1Charge worst() {
        return new L1Charge(fee.times(2), Math.multiplyExact(gas, 2));
    }
}
