package io.ballast.act.execution;

import io.ballast.act.risk.Benefit;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.think.action.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One leg of a decision, ready to be executed: what is paid, the least that is accepted, until when.
 *
 * @param decisionId decision it belongs to
 * @param leg position in the decision, from 1
 * @param pinned block the quote was made at
 * @param minOut least amount accepted
 * @param deadline last block time at which the router executes it
 * @param sandwichLoss most that a sandwich can take of the quote
 * @param benefit of the whole decision; empty where the scorer states none
 */
public record SwapOrder(
        String decisionId,
        int leg,
        BlockHeader pinned,
        SwapQuote quote,
        TokenAmount minOut,
        Instant deadline,
        Address router,
        TokenAmount sandwichLoss,
        Optional<Benefit> benefit) {

    /**
     * An order for a leg as it was priced.
     *
     * @param number position in the decision, from 1
     */
    public static SwapOrder of(
            String decisionId, int number, BlockHeader pinned, Leg leg, Duration deadline, Address router) {
        return new SwapOrder(
                decisionId,
                number,
                pinned,
                leg.quote(),
                leg.sandwich().minOut(),
                pinned.ref().timestamp().plus(deadline),
                router,
                leg.sandwich().loss(),
                Optional.empty());
    }

    /** The same with what the whole decision is expected to bring. */
    public SwapOrder expecting(Optional<Benefit> expected) {
        return new SwapOrder(decisionId, leg, pinned, quote, minOut, deadline, router, sandwichLoss, expected);
    }

    public TokenAmount amountIn() {
        return quote.amountIn();
    }

    public Token tokenOut() {
        return quote.amountOut().token();
    }

    /** Name of one of this order's intents: {@code d000014.1.swap}. */
    public String intentId(String what) {
        return decisionId + "." + leg + "." + what;
    }
}
