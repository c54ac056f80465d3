package io.ballast.lab.sim;

import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.JournalUnavailableException;
import io.ballast.act.journal.json.MemoryJournal;
import java.time.InstantSource;

/** A journal that outlives simulated processes, on a disk that fills and tears. */
final class SimJournal extends ForwardingJournal {
    private final Faults faults;
    private int full;

    SimJournal(InstantSource clock, Faults faults) {
        super(new MemoryJournal(clock));
        this.faults = faults;
    }

    @Override
    public JournalEntry append(JournalEvent event) {
        if (full > 0 || faults.strikes(Fault.DISK_FULL)) {
            full = full > 0 ? full - 1 : faults.upTo(3);
            throw new JournalUnavailableException("the simulated disk is full", new java.io.IOException("no space"));
        }
        boolean torn = faults.strikes(Fault.TORN_APPEND);
        if (torn && faults.even()) {
            throw new SimCrash();
        }
        JournalEntry entry = super.append(event);
        if (torn) {
            throw new SimCrash();
        }
        faults.port();
        return entry;
    }

    /** Space is made. */
    void heal() {
        full = 0;
    }
}
