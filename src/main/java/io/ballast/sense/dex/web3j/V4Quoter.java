package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import java.math.BigInteger;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.generated.Int24;
import org.web3j.abi.datatypes.generated.Uint128;
import org.web3j.abi.datatypes.generated.Uint24;

/**
 * Calldata and answers of Uniswap's V4Quoter, for one pool and with empty hook data. It calls the pool's hooks, so it quotes
 * what our arithmetic cannot.
 */
public final class V4Quoter {
    static final int AMOUNT_BITS = 128;

    private V4Quoter() {}

    /** @param amount of a token of the pool, greater than zero, below 2^128; the call reverts if the pool cannot take it */
    public static Bytes exactInput(PoolSpec pool, TokenAmount amount) {
        return call("quoteExactInputSingle", pool, isFirst(pool, amount), amount);
    }

    /** @param amount of a token of the pool, greater than zero, below 2^128; the call reverts if the pool cannot give it */
    public static Bytes exactOutput(PoolSpec pool, TokenAmount amount) {
        return call("quoteExactOutputSingle", pool, !isFirst(pool, amount), amount);
    }

    /** The other amount of the swap, raw. */
    public static BigInteger amount(Bytes answer) {
        return new Words("answer of the V4 quoter", answer).exactly(2).uint(0, AMOUNT_BITS);
    }

    private static Bytes call(String function, PoolSpec pool, boolean zeroForOne, TokenAmount amount) {
        if (amount.isZero() || amount.raw().bitLength() > AMOUNT_BITS) {
            throw new IllegalArgumentException("amount must be in (0, 2^128), was " + amount.raw());
        }
        return Abi.call(
                function,
                new DynamicStruct(
                        struct(PoolKey.of(pool)),
                        Abi.bool(zeroForOne),
                        new Uint128(amount.raw()),
                        new DynamicBytes(new byte[0])));
    }

    static StaticStruct struct(PoolKey key) {
        return new StaticStruct(
                Abi.address(key.currency0()),
                Abi.address(key.currency1()),
                new Uint24(BigInteger.valueOf(key.feePips())),
                new Int24(BigInteger.valueOf(key.tickSpacing())),
                Abi.address(key.hooks()));
    }

    private static boolean isFirst(PoolSpec pool, TokenAmount amount) {
        if (!pool.tokens().contains(amount.token())) {
            throw new IllegalArgumentException("the pool has no " + amount.token());
        }
        return amount.token().equals(pool.token0());
    }
}
