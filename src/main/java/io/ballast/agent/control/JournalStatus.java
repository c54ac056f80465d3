package io.ballast.agent.control;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.Ledger;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What can be known of an agent that does not answer. */
public final class JournalStatus {
    private JournalStatus() {}

    /**
     * @param endpoint whether it would answer if it ran
     * @return by name, in order, as {@link ControlDesk#status}
     */
    public static Map<String, String> of(Path journal, KillSwitch killSwitch, boolean endpoint) {
        Map<String, String> status = new LinkedHashMap<>();
        status.put("health", endpoint ? "down" : "unknown");
        Optional<String> stopped = killSwitch.stopped();
        status.put("journal", journal.toString());
        if (Files.notExists(journal)) {
            status.put("trading", stopped.isPresent() ? TradingState.HALTED.name() : "UNKNOWN");
            status.put("note", "it never ran");
        } else {
            read(journal, status, stopped.isPresent());
        }
        stopped.ifPresent(reason -> status.put("killSwitch", reason));
        return status;
    }

    private static void read(Path journal, Map<String, String> status, boolean stopped) {
        try (JournalReader reader = SqliteJournalReader.open(journal)) {
            LedgerState state = Ledger.of(reader.read(0));
            RiskState risk = state.risk().orElse(RiskState.INITIAL);
            status.put("trading", (stopped ? TradingState.HALTED : risk.trading()).name());
            status.put("reason", risk.reason());
            status.put("open", Integer.toString(state.open().size()));
            reader.last().map(JournalEntry::at).ifPresent(at -> status.put("lastEntry", at.toString()));
        }
    }
}
