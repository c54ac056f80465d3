package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;

/**
 * One transaction of a simulated block.
 *
 * @param gas limit in units of gas
 */
public record SimulatedTx(Address from, Address to, Bytes data, long gas) {}
