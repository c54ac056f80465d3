package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.OwnMove;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.Holdings;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the entry for flows: withdrawals whose units are not redeemed yet join in, and units follow the capital. Pure. */
public final class FlowBooking {
    private final LedgerState state;
    private final MarketState market;

    /** @param market at whose prices units are issued and redeemed */
    public FlowBooking(LedgerState state, MarketState market) {
        this.state = state;
        this.market = market;
    }

    /** The entry up to a block. */
    public FlowsBooked of(BlockRef block, List<Flow> found) {
        List<Flow> withdrawals = state.custody().moves().stream()
                .filter(OwnMove::withdraws)
                .map(FlowBooking::withdrawal)
                .toList();
        List<Flow> flows = Stream.concat(withdrawals.stream(), found.stream()).toList();
        Books books = state.books().orElseThrow();
        Usd left = new Holdings(books.balances(), books.coins()).nav(market);
        Usd before = left.minus(value(withdrawals.stream()));
        Usd capital = value(flows.stream().filter(Flow::isCapital));
        return new FlowsBooked(block, flows, before, state.custody().units().after(before, capital));
    }

    private static Flow withdrawal(OwnMove move) {
        boolean coins = move.kind() == ProposedTransaction.Kind.WITHDRAW_COINS;
        BigInteger gone = move.amountIn().raw().negate();
        return new Flow(
                Flow.Kind.WITHDRAWAL,
                move.amountIn().token(),
                coins ? BigInteger.ZERO : gone,
                coins ? gone : BigInteger.ZERO,
                Optional.empty(),
                Optional.of(move.tx()));
    }

    private Usd value(Stream<Flow> flows) {
        return flows.map(this::value).reduce(Usd.ZERO, Usd::plus);
    }

    private Usd value(Flow flow) {
        Usd tokens = new TokenAmount(flow.token(), flow.amount().abs()).at(market.price(flow.token()));
        Usd coins =
                new Wei(flow.coins().abs()).at(market.price(market.universe().wrapped()));
        return signed(tokens, flow.amount()).plus(signed(coins, flow.coins()));
    }

    private static Usd signed(Usd value, BigInteger sign) {
        return sign.signum() < 0 ? Usd.ZERO.minus(value) : value;
    }
}
