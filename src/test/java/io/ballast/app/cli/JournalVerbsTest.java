package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.SessionEnded;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalVerbsTest {
    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void writeAJournal() {
        file = home.resolve("journal.db");
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        try (Journal journal = SqliteJournal.open(file, clock)) {
            journal.append(new SessionStarted(
                    "paper",
                    31_337,
                    Address.ZERO,
                    "0.1.0",
                    Hash32.ZERO,
                    Map.of(),
                    Optional.empty(),
                    "",
                    "",
                    Hash32.ZERO));
            journal.append(new Halted("drawdown of 12.40%"));
            journal.append(new SessionEnded("stopped"));
        }
    }

    @Test
    void verifiesAnIntactChain() {
        CommandRun run = run("journal", "verify");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("intact, 3 entries");
    }

    @Test
    void namesTheFirstBadEntry() throws IOException {
        flip("12.40");

        CommandRun run = run("journal", "verify", "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode document = JsonMapper.shared().readTree(run.out());
        assertThat(document.path("ok").booleanValue()).isFalse();
        assertThat(document.path("problem").path("seq").intValue()).isEqualTo(2);
    }

    @Test
    void listsEntriesInOneLineEach() {
        CommandRun run = run("journal", "list");

        assertThat(run.outLines()).hasSize(3);
        assertThat(run.outLines().get(1)).contains("2026-01-02 03:04:05", "Halted", "drawdown of 12.40%");
    }

    @Test
    void listsWhatWasAskedFor() {
        assertThat(run("journal", "list", "--from", "2", "--limit", "1").outLines())
                .singleElement()
                .asString()
                .contains("Halted");
        JsonNode document = JsonMapper.shared()
                .readTree(run("journal", "list", "--type", "SessionEnded", "--format", "json")
                        .out());
        assertThat(document.path("entries").get(0).path("event").path("reason").stringValue())
                .isEqualTo("stopped");
    }

    @Test
    void saysThatThereIsNoSuchDecision() {
        CommandRun run = run("explain", "14");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("no decision d000014");
    }

    @Test
    void asksWhichJournalWhenThereIsNone() {
        CommandRun run = CommandRun.in(home, Map.of(), "journal", "verify");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("--journal FILE");
    }

    @Test
    void namesAJournalThatDoesNotExist() {
        CommandRun run = CommandRun.in(
                home,
                Map.of(),
                "journal",
                "verify",
                "--journal",
                home.resolve("no.db").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("no.db");
    }

    private CommandRun run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--journal";
        all[arguments.length + 1] = file.toString();
        return CommandRun.in(home, Map.of(), all);
    }

    /** Changes one digit of a text in the database. */
    private void flip(String text) throws IOException {
        int at = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf(text);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write('9');
        }
    }
}
