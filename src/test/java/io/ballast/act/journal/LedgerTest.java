package io.ballast.act.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final IntentScript script = new IntentScript(7);

    @Test
    void knowsAfterEveryEventWhatTheExecutorKnew() {
        for (long seed = 0; seed < 100; seed++) {
            IntentScript run = new IntentScript(seed);
            LedgerState state = run.opening().stream().reduce(LedgerState.EMPTY, LedgerState::after, (a, b) -> b);
            for (int step = 0; step < 120; step++) {
                state = state.after(run.step());
                assertThat(state.books()).as("seed %s step %s", seed, step).hasValue(run.books());
                assertThat(state.open().stream().map(OpenIntent::id)).containsExactlyElementsOf(run.openIds());
                assertThat(state.highestNonce()).isEqualTo(run.highestNonce());
                for (OpenIntent intent : state.open()) {
                    assertThat(intent.attempts()).isEqualTo(run.attempts(intent.id()));
                    assertThat(intent.mined()).isEqualTo(run.mined(intent.id()));
                }
            }
        }
    }

    @Test
    void givesTheSameStateFromTheJournalAsFromMemory() {
        MemoryJournal journal = new MemoryJournal(() -> Instant.EPOCH);
        LedgerState live = LedgerState.EMPTY;
        for (JournalEvent event : script.opening()) {
            live = live.after(event);
            journal.append(event);
        }
        for (int step = 0; step < 300; step++) {
            JournalEvent event = script.step();
            live = live.after(event);
            journal.append(event);
            if (step % 50 == 0) {
                assertThat(Ledger.of(journal.read(1))).isEqualTo(live);
            }
        }
        assertThat(journal.verify().ok()).isTrue();
        assertThat(journal.verify().entries()).isEqualTo(302);
    }

    /** A decision, or the confirmation of one. */
    private static DecisionMade decision(boolean confirmation) {
        DecisionMade any = new RandomEvents(1).decision(2, 2);
        return new DecisionMade(
                any.decisionId(),
                any.block(),
                any.baseFee(),
                any.configHash(),
                any.scorer(),
                any.modelSha256(),
                any.modelDigest(),
                any.inputsHash(),
                any.inputs(),
                any.candidates(),
                any.dropped(),
                any.chosen(),
                any.legs(),
                any.reason(),
                confirmation);
    }

    @Test
    void remembersTheLastRiskStateAndCountsDecisionsButNotTheirConfirmations() {
        RiskState halted = new RiskState(TradingState.HALTED, "drawdown", Usd.of(9), List.of(), List.of());
        LedgerState state = LedgerState.EMPTY
                .after(new RiskChanged(RiskState.INITIAL, "start"))
                .after(decision(false))
                .after(decision(true))
                .after(new RiskChanged(halted, "drawdown"))
                .after(new Halted("drawdown"));
        assertThat(state.risk()).hasValue(halted);
        assertThat(state.decisions()).isEqualTo(1);
        assertThat(state.halted()).hasValue(new Halted("drawdown"));
    }

    @Test
    void keepsTheBooksWhenAReconciliationDiffers() {
        LedgerState state = script.opened();
        Books books = state.books().orElseThrow();
        var less = books.balances().stream().map(a -> a.minus(a)).toList();
        Reconciled differs = new Reconciled(
                script.block(),
                books.balances(),
                less,
                books.coins(),
                books.coins().plus(Wei.of(1)),
                List.of());
        assertThat(differs.equal()).isFalse();
        assertThat(state.after(differs).books()).hasValue(books);
    }

    @Test
    void refusesToSignAMinedIntentAgain() {
        LedgerState mined = script.opened()
                .after(script.plan("a"))
                .after(script.sign("a", 3, 1))
                .after(script.mine("a", 1, 5));
        refuses(mined, script.sign("a", 3, 2), "a is mined and may not be signed again");
    }

    @Test
    void refusesASecondNonceForOneIntentAndASecondIntentAtOneNonce() {
        LedgerState signed = script.opened().after(script.plan("a")).after(script.sign("a", 3, 1));
        refuses(signed, script.sign("a", 4, 2), "may not get 4");
        refuses(signed.after(script.plan("b")), script.sign("b", 3, 2), "nonce 3 belongs to another open intent");
        assertThat(signed.after(script.sign("a", 3, 2)).highestNonce()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void refusesToBookATransactionTwice() {
        LedgerState mined = script.opened()
                .after(script.plan("a"))
                .after(script.sign("a", 3, 1))
                .after(script.sign("a", 3, 2))
                .after(script.mine("a", 1, 5));
        refuses(mined, script.mine("a", 1, 5), "a is mined already");
        refuses(mined, script.mine("a", 2, 5), "a is mined already");
    }

    @Test
    void refusesATransactionItNeverSigned() {
        LedgerState signed = script.opened().after(script.plan("a")).after(script.sign("a", 3, 1));
        refuses(signed, script.mine("a", 2, 5), "has no attempt");
    }

    @Test
    void refusesBooksBelowZero() {
        LedgerState signed = script.opened().after(script.plan("a")).after(script.sign("a", 3, 1));
        refuses(signed, script.mine("a", 1, Long.MAX_VALUE), "the books hold");
    }

    @Test
    void refusesToCallAnIntentFilledThatIsNotMined() {
        LedgerState signed = script.opened().after(script.plan("a")).after(script.sign("a", 3, 1));
        refuses(signed, new IntentClosed("a", IntentClosed.Status.FILLED, ""), "cannot be filled");
    }

    @Test
    void refusesEventsOfIntentsThatAreNotOpen() {
        refuses(script.opened(), new IntentClosed("a", IntentClosed.Status.DROPPED, ""), "no intent a is open");
        refuses(script.opened().after(script.plan("a")), script.plan("a"), "open already");
    }

    @Test
    void refusesASessionOnAnotherChain() {
        SessionStarted other = new SessionStarted(
                "live",
                1,
                script.session().account(),
                "0.1",
                script.session().configHash(),
                Map.of(),
                Optional.empty(),
                "",
                "",
                script.session().genesis());
        refuses(script.opened(), other, "another chain or account");
        assertThat(script.opened().after(new SessionEnded("asked to")).inSession())
                .isFalse();
    }

    @Test
    void namesTheEntryThatContradicts() {
        MemoryJournal journal = new MemoryJournal(() -> Instant.EPOCH);
        journal.append(script.plan("a"));
        journal.append(script.plan("a"));
        assertThatThrownBy(() -> Ledger.of(journal.read(1)))
                .isInstanceOf(LedgerException.class)
                .hasMessage("entry 2: intent a is open already");
    }

    private static void refuses(LedgerState state, JournalEvent event, String reason) {
        assertThatThrownBy(() -> state.after(event))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(reason);
    }
}
