package io.ballast.lab.faults;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.Ledger;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions to a journal. */
record JournalFacts(List<JournalEntry> entries) {
    <T extends JournalEvent> Stream<T> all(Class<T> type) {
        return entries.stream()
                .map(JournalEntry::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    Optional<IntentSigned> signed(Hash32 tx) {
        return all(IntentSigned.class)
                .filter(event -> event.txHash().equals(tx))
                .findFirst();
    }

    Optional<IntentPlanned> planned(String intentId) {
        return all(IntentPlanned.class)
                .filter(event -> event.intentId().equals(intentId))
                .findFirst();
    }

    /** The plan that a transaction carries out. */
    Optional<IntentPlanned> planOf(Hash32 tx) {
        return signed(tx).flatMap(event -> planned(event.intentId()));
    }

    boolean booked(Hash32 tx) {
        return all(IntentMined.class).anyMatch(event -> event.txHash().equals(tx));
    }

    /** Everything that was booked and was no trade. */
    List<Flow> flows() {
        return all(FlowsBooked.class).flatMap(booked -> booked.flows().stream()).toList();
    }

    LedgerState state() {
        return Ledger.of(entries.stream());
    }

    boolean frozen(Token token) {
        return state().custody().isFrozen(token);
    }

    TradingState trading() {
        return state().risk().map(risk -> risk.trading()).orElse(TradingState.ACTIVE);
    }
}
