package io.ballast.act.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.portfolio.UnitAccount;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BooksTest {
    private static final Token USDC = new Token(new Address("0x" + "11".repeat(20)), "USDC", 6);
    private static final Token WETH = new Token(new Address("0x" + "22".repeat(20)), "WETH", 18);
    private static final Books BOOKS = new Books(List.of(amount(USDC, 1_000), amount(WETH, 500)), Wei.of(9_000));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aReorganisationUndoesWhatATransactionDid(Kind kind) {
        for (boolean succeeded : List.of(true, false)) {
            IntentMined mined = mined(succeeded, 40);
            Books after = BOOKS.after(kind, mined);
            assertThat(after.coinsOnChain()).isNotEqualTo(BOOKS.coinsOnChain());
            assertThat(after.undo(kind, mined)).isEqualTo(BOOKS);
        }
    }

    @Test
    void anUnwrapTurnsTokensIntoCoins() {
        Books after = BOOKS.after(Kind.UNWRAP, mined(true, 40));
        assertThat(after.balance(WETH).raw()).isEqualTo(460);
        assertThat(after.coins()).isEqualTo(Wei.of(9_000 + 40 - 100));
    }

    @Test
    void aWithdrawalOfCoinsLeavesTheWrappedOnesAlone() {
        Books after = BOOKS.after(Kind.WITHDRAW_COINS, mined(true, 40));
        assertThat(after.balance(WETH).raw()).isEqualTo(500);
        assertThat(after.coins()).isEqualTo(Wei.of(9_000 - 40 - 100));
    }

    @Test
    void whatIsKeptApartIsOnTheChainAndNotOurs() {
        Books after = BOOKS.after(flow(Flow.Kind.QUARANTINED, 7, 3));
        assertThat(after.balance(WETH).raw()).isEqualTo(500);
        assertThat(after.coins()).isEqualTo(Wei.of(9_000));
        assertThat(after.onChain()).containsExactly(amount(USDC, 1_000), amount(WETH, 507));
        assertThat(after.coinsOnChain()).isEqualTo(Wei.of(9_003));
        Books released = after.after(flow(Flow.Kind.RELEASED, 7, 3));
        assertThat(released.balance(WETH).raw()).isEqualTo(507);
        assertThat(released.onChain()).isEqualTo(after.onChain());
        assertThat(released.apart(WETH).isZero()).isTrue();
    }

    @Test
    void aTokenThatShrinksTakesFromWhatIsOursFirst() {
        Books after = BOOKS.after(flow(Flow.Kind.QUARANTINED, 7, 0)).after(flow(Flow.Kind.ADJUSTMENT, -503, 0));
        assertThat(after.balance(WETH).raw()).isZero();
        assertThat(after.apart(WETH).raw()).isEqualTo(4);
    }

    @Test
    void booksBelowZeroAreRefused() {
        assertThatThrownBy(() -> BOOKS.after(flow(Flow.Kind.WRITTEN_OFF, -501, 0)))
                .isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> BOOKS.after(flow(Flow.Kind.RELEASED, 1, 0))).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> BOOKS.after(Kind.WITHDRAW_COINS, mined(true, 9_001)))
                .isInstanceOf(LedgerException.class);
    }

    @Test
    void flowsAreBookedFromBlockToBlockAndNeverBackwards() {
        LedgerState opened = LedgerState.EMPTY.after(new BooksOpened(block(10), BOOKS.balances(), BOOKS.coins()));
        assertThat(opened.custody().booked()).contains(block(10));
        LedgerState booked = opened.after(booked(12));
        assertThat(booked.custody().booked()).contains(block(12));
        assertThat(booked.books().orElseThrow().balance(WETH).raw()).isEqualTo(505);
        assertThatThrownBy(() -> booked.after(booked(11))).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> LedgerState.EMPTY.after(booked(11))).isInstanceOf(LedgerException.class);
    }

    private static FlowsBooked booked(long number) {
        return new FlowsBooked(block(number), List.of(flow(Flow.Kind.DEPOSIT, 5, 0)), Usd.of(1), UnitAccount.ONE);
    }

    private static Flow flow(Flow.Kind kind, long amount, long coins) {
        return new Flow(
                kind, WETH, BigInteger.valueOf(amount), BigInteger.valueOf(coins), Optional.empty(), Optional.empty());
    }

    private static IntentMined mined(boolean succeeded, long in) {
        TokenAmount moved = amount(WETH, succeeded ? in : 0);
        return new IntentMined(
                "i",
                Hash32.ZERO,
                11,
                Hash32.ZERO,
                0,
                succeeded,
                10,
                Wei.of(10),
                Wei.ZERO,
                moved,
                amount(USDC, 0),
                List.of());
    }

    private static BlockRef block(long number) {
        return new BlockRef(number, Hash32.ZERO, Hash32.ZERO, Instant.EPOCH);
    }

    private static TokenAmount amount(Token token, long raw) {
        return new TokenAmount(token, BigInteger.valueOf(raw));
    }
}
