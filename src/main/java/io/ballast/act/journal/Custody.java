package io.ballast.act.journal;

import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.think.portfolio.UnitAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a journal knows about the account besides its balances.
 *
 * @param booked block up to which books and chain were seen to agree, or flows were booked; empty before the books are open
 * @param moves of ours after that block, and withdrawals whose units are not redeemed yet, oldest first
 * @param units outstanding
 * @param frozen tokens that are not traded
 * @param banned spenders that never get an allowance again
 * @param topUps of the last 24 hours, oldest first
 */
public record Custody(
        Optional<BlockRef> booked,
        List<OwnMove> moves,
        UnitAccount units,
        List<TokenFrozen> frozen,
        List<Address> banned,
        List<TopUp> topUps) {
    /** Of an empty journal. */
    public static final Custody NONE =
            new Custody(Optional.empty(), List.of(), UnitAccount.ONE, List.of(), List.of(), List.of());

    private static final Duration DAY = Duration.ofDays(1);

    public Custody {
        moves = List.copyOf(moves);
        frozen = List.copyOf(frozen);
        banned = List.copyOf(banned);
        topUps = List.copyOf(topUps);
    }

    public boolean isFrozen(Token token) {
        return frozen.stream().anyMatch(known -> known.token().equals(token));
    }

    Custody opened(BooksOpened opened) {
        return new Custody(Optional.of(opened.block()), List.of(), units, frozen, banned, topUps);
    }

    Custody after(FlowsBooked flows) {
        return new Custody(
                Optional.of(flows.block()), left(flows.block(), move -> false), flows.units(), frozen, banned, topUps);
    }

    /** A withdrawal stays until its units are redeemed. */
    Custody after(Reconciled reconciled) {
        return reconciled.equal()
                ? new Custody(
                        Optional.of(reconciled.block()),
                        left(reconciled.block(), OwnMove::withdraws),
                        units,
                        frozen,
                        banned,
                        topUps)
                : this;
    }

    Custody mined(ProposedTransaction.Kind kind, IntentMined mined) {
        return moved(Stream.concat(moves.stream(), Stream.of(OwnMove.of(kind, mined))));
    }

    Custody unmined(IntentUnmined unmined) {
        return moved(moves.stream().filter(move -> !move.tx().equals(unmined.txHash())));
    }

    Custody after(TokenFrozen event) {
        return frozen(Stream.concat(others(event.token()), Stream.of(event)));
    }

    Custody after(TokenThawed event) {
        return frozen(others(event.token()));
    }

    Custody after(SpenderBanned event) {
        List<Address> all = Stream.concat(banned.stream(), Stream.of(event.spender()))
                .distinct()
                .toList();
        return new Custody(booked, moves, units, frozen, all, topUps);
    }

    /** Counts a top-up from its plan on, and forgets those of the day before. */
    Custody planned(IntentPlanned planned) {
        if (planned.kind() != ProposedTransaction.Kind.UNWRAP) {
            return this;
        }
        TopUp topUp = new TopUp(
                planned.intentId(),
                planned.pinned().timestamp(),
                new Wei(planned.amountIn().raw()));
        return topUps(Stream.concat(
                topUps.stream().filter(old -> old.at().isAfter(topUp.at().minus(DAY))), Stream.of(topUp)));
    }

    /** What was never mined is not counted. */
    Custody closed(IntentClosed closed) {
        return closed.status() == IntentClosed.Status.FILLED
                ? this
                : topUps(topUps.stream().filter(old -> !old.intentId().equals(closed.intentId())));
    }

    private List<OwnMove> left(BlockRef block, Predicate<OwnMove> besides) {
        return moves.stream()
                .filter(move -> move.block() > block.number() || besides.test(move))
                .toList();
    }

    private Stream<TokenFrozen> others(Token token) {
        return frozen.stream().filter(known -> !known.token().equals(token));
    }

    private Custody moved(Stream<OwnMove> now) {
        return new Custody(booked, now.toList(), units, frozen, banned, topUps);
    }

    private Custody frozen(Stream<TokenFrozen> now) {
        return new Custody(booked, moves, units, now.toList(), banned, topUps);
    }

    private Custody topUps(Stream<TopUp> now) {
        return new Custody(booked, moves, units, frozen, banned, now.toList());
    }
}
