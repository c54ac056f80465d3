package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.dex.Hop;
import java.math.BigInteger;
import java.util.List;

/**
 * Pools of Uniswap V4 that one swap goes through, each paid in what the one before it gave: the coin, or a token.
 *
 * @param in currency that goes in; zero for the chain's coin
 * @param out currency that comes out
 * @param amountIn exact; zero for all that the router holds
 * @param minOut zero for none
 * @param paidByUser else the router pays out of what it holds
 * @param recipient of what comes out; the router itself by its reserved number
 */
record V4Leg(
        List<Hop> hops,
        Address in,
        Address out,
        BigInteger amountIn,
        BigInteger minOut,
        boolean paidByUser,
        Address recipient) {
    /** In place of an amount: all that the router holds of it. */
    static final BigInteger ALL_HELD = BigInteger.ONE.shiftLeft(255);

    V4Leg {
        hops = List.copyOf(hops);
    }

    boolean isSingle() {
        return hops.size() == 1;
    }

    boolean takesAll() {
        return amountIn.signum() == 0;
    }
}
