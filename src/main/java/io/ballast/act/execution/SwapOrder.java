package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.RouteQuote;
import java.time.Instant;

/**
 * One leg of a decision, ready to be executed: what is paid, the least that is accepted, until when.
 *
 * @param decisionId decision it belongs to
 * @param leg position in the decision, from 1
 * @param pinned block the quote was made at
 * @param slippage how far {@code minOut} lies below the quote
 * @param minOut least amount accepted, rounded up
 * @param deadline last block time at which the router executes it
 * @param notional value of the amount in at feed prices
 * @param reducing buys cash
 */
public record SwapOrder(
        String decisionId,
        int leg,
        BlockHeader pinned,
        RouteQuote quote,
        Bps slippage,
        TokenAmount minOut,
        Instant deadline,
        Usd notional,
        boolean reducing,
        Address router) {
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
