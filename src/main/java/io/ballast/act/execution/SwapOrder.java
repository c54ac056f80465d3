package io.ballast.act.execution;

import io.ballast.act.risk.Benefit;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One leg of a decision, ready to be executed: what is paid, the least that is accepted, until when.
 *
 * @param decisionId decision it belongs to
 * @param leg position in the decision, from 1
 * @param pinned block the quote was made at
 * @param minOut least amount accepted
 * @param deadline last block time at which the router executes it
 * @param router carries all parts out
 * @param pools that the router may have to be told the keys of
 * @param attempt from 1; more after a failure
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
        SwapContract router,
        List<PoolSpec> pools,
        int attempt,
        TokenAmount sandwichLoss,
        Optional<Benefit> benefit) {
    public SwapOrder {
        pools = List.copyOf(pools);
    }

    /**
     * An order for a leg as it was priced.
     *
     * @param number position in the decision, from 1
     */
    public static SwapOrder of(
            String decisionId,
            int number,
            BlockHeader pinned,
            Leg leg,
            Duration deadline,
            SwapContract router,
            List<PoolSpec> pools) {
        return new SwapOrder(
                decisionId,
                number,
                pinned,
                leg.quote(),
                leg.sandwich().minOut(),
                pinned.ref().timestamp().plus(deadline),
                router,
                pools,
                1,
                leg.sandwich().loss(),
                Optional.empty());
    }

    /** The same with what the whole decision is expected to bring. */
    public SwapOrder expecting(Optional<Benefit> expected) {
        return new SwapOrder(
                decisionId, leg, pinned, quote, minOut, deadline, router, pools, attempt, sandwichLoss, expected);
    }

    /** An order for a leg as it was priced in a market, through the router that its universe names for it. */
    public static SwapOrder of(String decisionId, int number, MarketState market, Leg leg, Duration deadline) {
        Universe universe = market.universe();
        return of(decisionId, number, market.header(), leg, deadline, universe.router(leg.quote()), universe.pools());
    }

    /** The same, executed no later than what it spends may be taken. */
    public SwapOrder within(AccountState account) {
        Instant last = rights().stream()
                .flatMap(right -> account.allowance(right).stream())
                .map(Allowance::until)
                .reduce(deadline, (a, b) -> a.isBefore(b) ? a : b);
        return new SwapOrder(
                decisionId, leg, pinned, quote, minOut, last, router, pools, attempt, sandwichLoss, benefit);
    }

    /**
     * This order, which failed, once more as it is priced now: for the same amount through the same router, and never for less
     * than this one accepted.
     *
     * @return empty if the market no longer gives as much
     */
    public Optional<SwapOrder> again(SwapOrder fresh) {
        TokenAmount least = fresh.minOut.compareTo(minOut) > 0 ? fresh.minOut : minOut;
        boolean same = fresh.amountIn().equals(amountIn()) && fresh.router.equals(router);
        return same && fresh.quote.amountOut().compareTo(least) >= 0
                ? Optional.of(new SwapOrder(
                        decisionId,
                        leg,
                        fresh.pinned,
                        fresh.quote,
                        least,
                        fresh.deadline,
                        router,
                        pools,
                        attempt + 1,
                        fresh.sandwichLoss,
                        fresh.benefit))
                : Optional.empty();
    }

    /** What must be granted before it can be executed, in this order. */
    public List<SpendingRight> rights() {
        return router.rights(amountIn().token());
    }

    /** Those of its rights that are not granted to exactly its amount. */
    public List<SpendingRight> missing(AccountState account) {
        Instant now = pinned.ref().timestamp();
        return rights().stream()
                .filter(right -> account.allowance(right)
                        .filter(allowance -> allowance.isExactly(amountIn(), now))
                        .isEmpty())
                .toList();
    }

    /** Calldata for its router. */
    Bytes data(Address recipient) {
        return router.exactInput(quote.atLeast(minOut), pools, recipient, deadline);
    }

    public TokenAmount amountIn() {
        return quote.amountIn();
    }

    public Token tokenOut() {
        return quote.amountOut().token();
    }

    /** Name of one of this order's intents: {@code d000014.1.swap}, or {@code d000014.1.swap.2} at the second attempt. */
    public String intentId(String what) {
        return decisionId + "." + leg + "." + what + (attempt == 1 ? "" : "." + attempt);
    }
}
