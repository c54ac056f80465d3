package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads by the pools' own functions, a few plain calls for each, in the same batch. Where a contract quotes, it is asked for
 * samples, and a pool that quotes them otherwise than our arithmetic is refused: it is of another kind than it seems. Immutable
 * and thread-safe.
 */
abstract class PlainReads implements StateReads {
    /** The calls for one pool. */
    abstract List<EthCall> calls(PoolSpec pool);

    /** The state of one pool from the answers to its calls; impossible parts may throw IllegalArgumentException. */
    abstract PoolState state(PoolSpec pool, List<CallResult> answers);

    @Override
    public final List<EthCall> calls(List<PoolSpec> pools) {
        return pools.stream().flatMap(pool -> calls(pool).stream()).toList();
    }

    @Override
    public final List<PoolState> states(List<PoolSpec> pools, List<CallResult> answers, Instant time) {
        List<PoolState> states = new ArrayList<>();
        int at = 0;
        for (PoolSpec pool : pools) {
            int count = calls(pool).size();
            if (answers.size() - at < count) {
                throw new IllegalArgumentException("too few answers for pool " + pool.id());
            }
            states.add(possible(pool, answers.subList(at, at + count)));
            at += count;
        }
        if (at != answers.size()) {
            throw new IllegalArgumentException(answers.size() + " answers to " + at + " calls");
        }
        return states;
    }

    private PoolState possible(PoolSpec pool, List<CallResult> answers) {
        try {
            return state(pool, answers);
        } catch (IllegalArgumentException impossible) {
            throw malformed(pool, "is impossible: " + impossible.getMessage());
        }
    }

    static ChainException malformed(PoolSpec pool, String why) {
        return new ChainException(ChainException.Kind.MALFORMED, "state of pool " + pool.id() + " " + why);
    }

    /** The answer to {@code function}, which must be {@code count} words. */
    static Words words(PoolSpec pool, String function, CallResult answer, int count) {
        return words(pool, function, answer).exactly(count);
    }

    /** The answer to {@code function}, of any length. */
    static Words words(PoolSpec pool, String function, CallResult answer) {
        String what = function + " of pool " + pool.id();
        return new Words("answer to " + what, answer.orThrow(what));
    }

    /** The address must be that of the token, which guards a file that names a pool's tokens wrongly. */
    static void requireToken(PoolSpec pool, Token token, Address told) {
        if (!token.address().equals(told)) {
            throw malformed(pool, "is of another pool: it holds " + told + " where the file says " + token);
        }
    }

    /** Our quote of the sample must be the contract's; both may refuse it. */
    static void requireQuote(PoolState pool, TokenAmount in, Token out, CallResult told) {
        BigInteger theirs = switch (told) {
            case CallResult.Returned r ->
                new Words("quote of pool " + pool.id(), r.data()).exactly(1).unsigned(0, 32);
            case CallResult.Reverted r -> BigInteger.ZERO;
        };
        BigInteger ours = quote(pool, in, out);
        if (!ours.equals(theirs)) {
            throw malformed(
                    pool.spec(),
                    "does not quote as its kind does: " + theirs + " raw " + out + " for " + in.raw() + " raw "
                            + in.token() + ", our arithmetic says " + ours);
        }
    }

    private static BigInteger quote(PoolState pool, TokenAmount in, Token out) {
        try {
            return pool.swapExactIn(in, out).amountOut().raw();
        } catch (InsufficientLiquidityException refused) {
            return BigInteger.ZERO;
        }
    }

    /** Some whole tokens. */
    static TokenAmount whole(Token token, long count) {
        return new TokenAmount(token, BigInteger.TEN.pow(token.decimals()).multiply(BigInteger.valueOf(count)));
    }
}
