package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.SolidlyPool;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * Reads pairs of Aerodrome and Velodrome V2, whose fee and pause are their factory's. Two samples of {@code getAmountOut}, one
 * whole token each way, must equal our own.
 */
public final class SolidlyReads extends PlainReads {
    private static final BigInteger MOST_FEE = BigInteger.valueOf(10_000);
    private final Address factory;

    /** @param factory that every pair must name as its own */
    public SolidlyReads(Address factory) {
        this.factory = factory;
    }

    @Override
    public Set<Protocol> protocols() {
        return Set.of(Protocol.SOLIDLY);
    }

    @Override
    List<EthCall> calls(PoolSpec pool) {
        Address pair = pool.id().address();
        return List.of(
                EthCall.to(pair, Abi.call("metadata")),
                EthCall.to(pair, Abi.call("factory")),
                EthCall.to(factory, Abi.call("isPaused")),
                EthCall.to(factory, Abi.call("getFee", Abi.address(pair), Abi.bool(false))),
                EthCall.to(factory, Abi.call("getFee", Abi.address(pair), Abi.bool(true))),
                EthCall.to(pair, quote(whole(pool.token0(), 1))),
                EthCall.to(pair, quote(whole(pool.token1(), 1))));
    }

    private static Bytes quote(TokenAmount in) {
        return Abi.call(
                "getAmountOut", Abi.uint(in.raw()), Abi.address(in.token().address()));
    }

    @Override
    PoolState state(PoolSpec pool, List<CallResult> answers) {
        if (!words(pool, "factory", answers.get(1), 1).address(0).equals(factory)) {
            throw malformed(pool, "is of another factory than " + factory);
        }
        if (words(pool, "isPaused", answers.get(2), 1).bool(0)) {
            throw new ChainException(ChainException.Kind.REVERTED, "the factory of pool " + pool.id() + " is paused");
        }
        SolidlyPool state = pair(pool, words(pool, "metadata", answers.get(0), 7), answers);
        requireQuote(state, whole(pool.token0(), 1), pool.token1(), answers.get(5));
        requireQuote(state, whole(pool.token1(), 1), pool.token0(), answers.get(6));
        return state;
    }

    /** {@code metadata}: units of both tokens, both reserves, whether stable, both tokens. */
    private static SolidlyPool pair(PoolSpec pool, Words metadata, List<CallResult> answers) {
        requireUnit(pool, pool.token0(), metadata.unsigned(0, 32));
        requireUnit(pool, pool.token1(), metadata.unsigned(32, 32));
        requireToken(pool, pool.token0(), metadata.address(160));
        requireToken(pool, pool.token1(), metadata.address(192));
        boolean stable = metadata.bool(128);
        BigInteger fee = words(pool, "getFee", answers.get(stable ? 4 : 3), 1).unsigned(0, 32);
        if (fee.compareTo(MOST_FEE) > 0) {
            throw malformed(pool, "has a fee of " + fee + " basis points");
        }
        return new SolidlyPool(pool, metadata.unsigned(64, 32), metadata.unsigned(96, 32), stable, fee.intValueExact());
    }

    private static void requireUnit(PoolSpec pool, Token token, BigInteger unit) {
        if (!unit.equals(BigInteger.TEN.pow(token.decimals()))) {
            throw malformed(
                    pool,
                    "counts one " + token + " as " + unit + " raw, the file says " + token.decimals() + " decimals");
        }
    }
}
