package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Balances of a pool of any number of tokens, in its order. */
final class Balances {
    private static final int BITS = 112;

    private Balances() {}

    /** Each in (0, 2^112), one for every token. */
    static List<BigInteger> require(PoolSpec spec, List<BigInteger> balances) {
        if (balances.size() != spec.tokens().size()
                || !balances.stream().allMatch(balance -> balance.signum() > 0 && balance.bitLength() <= BITS)) {
            throw new IllegalArgumentException("pool " + spec.id() + " needs a balance in (0, 2^112) for each of "
                    + spec.tokens() + ", had " + balances);
        }
        return List.copyOf(balances);
    }

    /** With some added to one and taken from another; a pool cannot be emptied. */
    static List<BigInteger> moved(
            PoolState pool, List<BigInteger> balances, Token in, BigInteger added, Token out, BigInteger taken) {
        List<BigInteger> after = new ArrayList<>(balances);
        after.set(index(pool, in), balances.get(index(pool, in)).add(added));
        after.set(index(pool, out), balances.get(index(pool, out)).subtract(taken));
        if (after.stream().anyMatch(balance -> balance.signum() <= 0 || balance.bitLength() > BITS)) {
            throw new InsufficientLiquidityException(
                    "pool " + pool.id() + " cannot take " + added + " raw against its balances " + balances);
        }
        return after;
    }

    static int index(PoolState pool, Token token) {
        return pool.tokens().indexOf(token);
    }

    /** A refused swap of nothing, and a pool that would give nothing, are told apart as everywhere. */
    static BigInteger requireGiven(PoolState pool, BigInteger in, BigInteger given) {
        if (given.signum() <= 0) {
            throw new InsufficientLiquidityException("pool " + pool.id() + " gives nothing for " + in + " raw");
        }
        return given;
    }
}
