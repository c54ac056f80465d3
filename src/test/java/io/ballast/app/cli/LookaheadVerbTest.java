package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ballast lookahead-analysis}: what it prints, and its exit codes. */
class LookaheadVerbTest {
    private Path scenario;

    @BeforeEach
    void shortenTheExample() throws IOException {
        scenario =
                Files.createTempFile(Files.createDirectories(CommandRun.ROOT.resolve("target")), "lookahead-", ".yaml");
        Files.writeString(
                scenario,
                Files.readString(CommandRun.ROOT.resolve("backtests/synthetic.yaml"))
                        .replace("2023-01-01..2023-04-01", "2023-01-01..2023-01-03"));
    }

    @AfterEach
    void remove() throws IOException {
        Files.deleteIfExists(scenario);
    }

    @Test
    void saysThatEveryDecisionHeld() {
        CommandRun run = CommandRun.of("lookahead-analysis", scenario.toString(), "--cuts", "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines())
                .first()
                .asString()
                .endsWith(" · 47 decisions · 2 cuts, each with another future and with none");
        assertThat(run.outLines()).last().asString().startsWith("HELD: ");
        assertThat(run.errLines()).containsExactly("cut 1 of 2", "cut 2 of 2");
    }

    @Test
    void givesOneDocument() {
        CommandRun run = CommandRun.of("lookahead-analysis", scenario.toString(), "--cuts", "1", "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"held\" : true", "\"future\" : \"OTHER\"", "\"moved\" : null");
    }

    @Test
    void refusesNoCutsAtAll() {
        CommandRun run = CommandRun.of("lookahead-analysis", scenario.toString(), "--cuts", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("ballast: --cuts must be at least 1 and at most 10000, was 0");
    }
}
