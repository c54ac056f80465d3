package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.NodeQuotes;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.generated.Int24;
import org.web3j.abi.datatypes.generated.Uint160;
import org.web3j.abi.datatypes.generated.Uint24;

/**
 * Quotes by contracts of QuoterV2's form, which know a pool by its tokens and its fee, Slipstream's by its tick spacing; and by
 * V4Quoter. Each question is asked once. Thread-safe.
 */
final class QuoterQuotes implements NodeQuotes {
    private static final int ANSWER_WORDS = 4;
    private final ChainReader chain;
    private final Hash32 at;
    private final Map<PoolId, Address> quoters;
    private final Map<Question, CallResult> asked = new ConcurrentHashMap<>();

    /** @param quoters of every pool that will be asked for */
    QuoterQuotes(ChainReader chain, Hash32 at, Map<PoolId, Address> quoters) {
        this.chain = chain;
        this.at = at;
        this.quoters = Map.copyOf(quoters);
    }

    private record Question(PoolSpec pool, boolean exactIn, TokenAmount amount, Token other) {}

    @Override
    public TokenAmount amountOut(PoolSpec pool, TokenAmount amountIn, Token out) {
        return new TokenAmount(out, ask(new Question(pool, true, amountIn, out)));
    }

    @Override
    public TokenAmount amountIn(PoolSpec pool, Token in, TokenAmount amountOut) {
        return new TokenAmount(in, ask(new Question(pool, false, amountOut, in)));
    }

    private BigInteger ask(Question question) {
        PoolSpec pool = question.pool();
        CallResult known = asked.get(question);
        if (known == null) {
            known = chain.call(at, List.of(call(question))).get(0);
            asked.put(question, known);
        }
        return switch (known) {
            case CallResult.Reverted r ->
                throw new InsufficientLiquidityException("the quoter of pool " + pool.id() + " refuses "
                        + question.amount().raw() + " raw: " + r.message());
            case CallResult.Returned r -> positive(pool, r.data());
        };
    }

    private static BigInteger positive(PoolSpec pool, Bytes answer) {
        BigInteger amount = isSingleton(pool)
                ? V4Quoter.amount(answer)
                : new Words("quote of pool " + pool.id(), answer)
                        .exactly(ANSWER_WORDS)
                        .unsigned(0, 32);
        if (amount.signum() == 0) {
            throw new InsufficientLiquidityException("pool " + pool.id() + " gives nothing for so little");
        }
        return amount;
    }

    private EthCall call(Question question) {
        PoolSpec pool = question.pool();
        Address quoter = quoters.get(pool.id());
        if (quoter == null) {
            throw new ChainException(ChainException.Kind.REFUSED, "no quoter of pool " + pool.id() + " is known");
        }
        return EthCall.to(quoter, isSingleton(pool) ? inSingleton(question) : ofItsOwn(question));
    }

    private static boolean isSingleton(PoolSpec pool) {
        return pool.protocol() == Protocol.CONCENTRATED_SINGLETON;
    }

    private static Bytes inSingleton(Question question) {
        if (question.amount().raw().bitLength() > V4Quoter.AMOUNT_BITS) {
            throw new InsufficientLiquidityException("pool " + question.pool().id() + " swaps less than 2^128 raw, was "
                    + question.amount().raw());
        }
        return question.exactIn()
                ? V4Quoter.exactInput(question.pool(), question.amount())
                : V4Quoter.exactOutput(question.pool(), question.amount());
    }

    private static Bytes ofItsOwn(Question question) {
        PoolSpec pool = question.pool();
        Token given = question.amount().token();
        Token in = question.exactIn() ? given : question.other();
        Token out = question.exactIn() ? question.other() : given;
        return Abi.call(
                question.exactIn() ? "quoteExactInputSingle" : "quoteExactOutputSingle",
                new StaticStruct(
                        Abi.address(in.address()),
                        Abi.address(out.address()),
                        Abi.uint(question.amount().raw()),
                        pool.venue() == Venue.SLIPSTREAM ? new Int24(pool.tickSpacing()) : new Uint24(pool.feePips()),
                        new Uint160(0)));
    }
}
