package io.ballast.agent.control;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.execution.Logbook;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Usd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Lets an agent trade again that does not run. */
public final class Resumption {
    private Resumption() {}

    /**
     * Writes the resumption into the journal, then releases the kill switch: what fails on the way leaves the agent halted.
     *
     * @return whether anything was halted
     * @throws io.ballast.act.journal.JournalLockedException if the agent runs
     */
    public static boolean whileDown(Path journal, InstantSource clock) {
        boolean changed = Files.exists(journal) && inJournal(journal, clock);
        KillSwitch killSwitch = KillSwitch.of(journal, clock);
        boolean stopped = killSwitch.stopped().isPresent();
        killSwitch.release();
        return changed || stopped;
    }

    private static boolean inJournal(Path file, InstantSource clock) {
        Journal journal = SqliteJournal.open(file, clock);
        try {
            Logbook log = new Logbook(journal);
            RiskState state = log.state().risk().orElse(RiskState.INITIAL);
            if (state.trading() == TradingState.ACTIVE) {
                return false;
            }
            // The NAV is not known here: the next one seen becomes the mark.
            log.append(new RiskChanged(state.resume(Usd.ZERO), "resumed by command"));
            return true;
        } finally {
            journal.close();
        }
    }
}
