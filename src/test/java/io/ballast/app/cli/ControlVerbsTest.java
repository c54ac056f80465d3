package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.execution.Logbook;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Halt, status and resume while the agent is down. */
class ControlVerbsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private Path journal;

    @BeforeEach
    void name() {
        journal = folder.resolve("journal.db");
    }

    @Test
    void haltsAnAgentThatNeverRan() {
        CommandRun run = run("halt", "--reason", "maintenance");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("halted: by command: maintenance", "journal.db.halt");
        assertThat(KillSwitch.fileOf(journal)).exists();
        assertThat(run("halt").out()).contains("halted already");

        CommandRun status = run("status");
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.out()).contains("HALTED", "maintenance");
    }

    @Test
    void resumesInTheJournalToo() {
        halt("drawdown");
        run("halt");
        CommandRun run = run("resume", "--yes");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(KillSwitch.fileOf(journal)).doesNotExist();
        try (Journal open = SqliteJournal.open(journal, () -> NOW)) {
            assertThat(new Logbook(open).state().risk().map(RiskState::trading)).contains(TradingState.ACTIVE);
            assertThat(open.last(RiskChanged.class).orElseThrow().event())
                    .isInstanceOfSatisfying(
                            RiskChanged.class, e -> assertThat(e.cause()).isEqualTo("resumed by command"));
        }
        assertThat(run("resume", "--yes").out()).contains("it was not halted");
    }

    @Test
    void asksBeforeItResumes() {
        halt("drawdown");
        CommandRun run = run("resume");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("--yes");
        assertThat(run("status").out()).contains("HALTED", "drawdown");
    }

    @Test
    void doesNotResumeBehindARunningAgent() {
        halt("drawdown");
        run("halt");
        try (Journal running = SqliteJournal.open(journal, () -> NOW)) {
            assertThat(running.last()).isPresent();
            CommandRun run = run("resume", "--yes");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.errLines()).singleElement().asString().contains("stop it first");
        }
        assertThat(KillSwitch.fileOf(journal)).exists();
    }

    @Test
    void neverGuessesWhichAgentIsMeant() {
        for (String verb : new String[] {"halt", "status", "resume"}) {
            CommandRun run = CommandRun.in(folder, Map.of(), verb);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines()).hasSize(1);
        }
    }

    @Test
    void saysWhenNothingCanBeKnown() {
        CommandRun run = run("status", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("\"health\" : \"unknown\"", "it never ran");
        assertThat(Files.exists(journal)).isFalse();
    }

    private void halt(String reason) {
        try (Journal open = SqliteJournal.open(journal, () -> NOW)) {
            Logbook log = new Logbook(open);
            log.append(new RiskChanged(RiskState.INITIAL.halt(reason), reason));
            log.append(new Halted(reason));
        }
    }

    private CommandRun run(String verb, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = verb;
        arguments[1] = "--journal";
        arguments[2] = journal.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.in(folder, Map.of(), arguments);
    }
}
