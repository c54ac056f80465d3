package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;

/**
 * One transaction of a simulated block.
 *
 * @param gas limit in units of gas
 * @param value coins sent along
 */
public record SimulatedTx(Address from, Address to, Bytes data, long gas, Wei value) {
    /** Sends no coins along. */
    public SimulatedTx(Address from, Address to, Bytes data, long gas) {
        this(from, to, data, gas, Wei.ZERO);
    }
}
