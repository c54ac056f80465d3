package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.RandomEvents;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process of its own that appends until it is killed, or until its disk is full, and says what was acknowledged. */
final class AppendLoop {
    private AppendLoop() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (SqliteJournal journal = SqliteJournal.open(Path.of(arguments[0]), InstantSource.system())) {
            out.println("ready");
            RandomEvents events =
                    new RandomEvents(journal.last().map(e -> e.seq()).orElse(0L));
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                JournalEvent event = i % 4 == 0 ? events.decision(8, 20) : new Halted("entry " + i);
                out.println(journal.append(event).seq());
                out.flush();
            }
            out.println("done");
        } catch (JournalException e) {
            out.println(e.getClass().getSimpleName() + " " + e.getMessage());
        }
        out.flush();
    }
}
