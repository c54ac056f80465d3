package io.ballast.act.execution;

import io.ballast.base.units.Wei;
import io.ballast.sense.market.L1Charge;

/**
 * What a transaction may cost: the price of its gas, and what a rollup charges for its data.
 *
 * @param maxFee most per unit of gas, base fee included
 * @param l1 as read at the pinned block
 */
public record GasOffer(Wei maxFee, L1Charge l1) {
    /** Most that the data costs on top of gas. */
    Wei worstL1Fee() {
        return l1.worst().fee();
    }
}
