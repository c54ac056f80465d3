package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.StableSwapForm;
import io.ballast.sense.dex.StableSwapPool;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.web3j.abi.datatypes.generated.Int128;

/**
 * Reads Curve's plain pools. A pool that answers {@code A_precise} has the later form, one that reverts there the first. Four
 * samples of {@code get_dy}, one and a thousand whole tokens each way between the first two, must equal our own.
 */
public final class CurveReads extends PlainReads {
    private static final int FIXED = 4;
    private static final List<Long> SAMPLES = List.of(1L, 1_000L);

    @Override
    public Set<Protocol> protocols() {
        return Set.of(Protocol.STABLE_SWAP);
    }

    @Override
    List<EthCall> calls(PoolSpec pool) {
        List<EthCall> calls = new ArrayList<>();
        for (String function : List.of("A_precise", "A", "fee", "admin_fee")) {
            calls.add(call(pool, Abi.call(function)));
        }
        for (int i = 0; i < pool.tokens().size(); i++) {
            calls.add(call(pool, Abi.call("coins", Abi.uint(BigInteger.valueOf(i)))));
            calls.add(call(pool, Abi.call("balances", Abi.uint(BigInteger.valueOf(i)))));
        }
        for (long sample : SAMPLES) {
            calls.add(call(pool, quote(0, 1, whole(pool.token0(), sample).raw())));
            calls.add(call(pool, quote(1, 0, whole(pool.token1(), sample).raw())));
        }
        return calls;
    }

    private static Bytes quote(int in, int out, BigInteger amount) {
        return Abi.call("get_dy", new Int128(in), new Int128(out), Abi.uint(amount));
    }

    private static EthCall call(PoolSpec pool, Bytes data) {
        return EthCall.to(pool.id().address(), data);
    }

    @Override
    PoolState state(PoolSpec pool, List<CallResult> answers) {
        StableSwapPool state = pool(pool, answers);
        int at = FIXED + 2 * pool.tokens().size();
        for (long sample : SAMPLES) {
            requireQuote(state, whole(pool.token0(), sample), pool.token1(), answers.get(at++));
            requireQuote(state, whole(pool.token1(), sample), pool.token0(), answers.get(at++));
        }
        return state;
    }

    private static StableSwapPool pool(PoolSpec pool, List<CallResult> answers) {
        StableSwapForm form =
                answers.get(0) instanceof CallResult.Returned ? StableSwapForm.PRECISE_A : StableSwapForm.WHOLE_A;
        return new StableSwapPool(
                pool,
                balances(pool, answers),
                number(pool, "A", answers.get(form == StableSwapForm.PRECISE_A ? 0 : 1)),
                number(pool, "fee", answers.get(2)),
                number(pool, "admin_fee", answers.get(3)),
                form);
    }

    private static List<BigInteger> balances(PoolSpec pool, List<CallResult> answers) {
        List<BigInteger> balances = new ArrayList<>();
        for (Token token : pool.tokens()) {
            int at = FIXED + 2 * balances.size();
            requireToken(pool, token, words(pool, "coins", answers.get(at), 1).address(0));
            balances.add(number(pool, "balances", answers.get(at + 1)));
        }
        return balances;
    }

    private static BigInteger number(PoolSpec pool, String function, CallResult answer) {
        return words(pool, function, answer, 1).unsigned(0, 32);
    }
}
