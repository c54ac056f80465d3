package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TickMath;
import java.math.BigInteger;
import java.util.Optional;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.generated.Uint160;
import org.web3j.abi.datatypes.generated.Uint24;

/** Calldata and answers of Uniswap's QuoterV2, which knows a V3 pool by its tokens and its fee. */
public final class QuoterV2 {
    private static final int ANSWER_WORDS = 4;

    private QuoterV2() {}

    public static EthCall exactIn(Address quoter, PoolSpec pool, TokenAmount in, Token out) {
        return call(quoter, "quoteExactInputSingle", pool, in.token(), out, in.raw());
    }

    public static EthCall exactOut(Address quoter, PoolSpec pool, Token in, TokenAmount out) {
        return call(quoter, "quoteExactOutputSingle", pool, in, out.token(), out.raw());
    }

    private static EthCall call(
            Address quoter, String function, PoolSpec pool, Token in, Token out, BigInteger amount) {
        StaticStruct question = new StaticStruct(
                Abi.address(in.address()),
                Abi.address(out.address()),
                Abi.uint(amount),
                new Uint24(pool.feePips()),
                new Uint160(0));
        return EthCall.to(quoter, Abi.call(function, question));
    }

    /** The other amount; empty where the quoter refuses, or where the pool runs dry: then it is that of a part only. */
    public static Optional<BigInteger> amount(CallResult answer) {
        if (!(answer instanceof CallResult.Returned returned)) {
            return Optional.empty();
        }
        Words words = new Words("answer of QuoterV2", returned.data()).exactly(ANSWER_WORDS);
        BigInteger price = words.uint(32, 160);
        boolean dry = price.compareTo(TickMath.MIN_SQRT_RATIO.add(BigInteger.ONE)) <= 0
                || price.compareTo(TickMath.MAX_SQRT_RATIO.subtract(BigInteger.ONE)) >= 0;
        return dry ? Optional.empty() : Optional.of(words.uint(0, 256));
    }
}
