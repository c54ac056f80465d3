package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {
    @TempDir
    Path home;

    @Test
    void servesNothingBeforeThereIsAServer() {
        CommandRun run = CommandRun.of("demo", "--serve");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("the dashboard comes with the server");
    }

    @ParameterizedTest
    @CsvSource({"--cycles, 0", "--cycles, x", "--port, 65536", "--port, -1", "--seed, 1.5"})
    void refusesNumbersThatMakeNoSense(String option, String value) {
        CommandRun run = CommandRun.of("demo", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains(option, value);
    }

    @Test
    void givesEveryRunAFolderOfItsOwnAndFindsTheLastOne() throws IOException {
        DemoFolders folders = new DemoFolders(home.resolve("demo"));
        Path first = folders.fresh(Instant.parse("2026-01-02T03:04:05Z"), 7);
        Files.createDirectories(first);
        Path second = folders.fresh(Instant.parse("2026-01-02T03:04:05Z"), 7);
        Path third = folders.fresh(Instant.parse("2026-01-02T03:04:06Z"), 1);
        Files.createDirectories(second);
        Files.createDirectories(third);
        Files.createFile(first.resolve(DemoFolders.JOURNAL));
        Files.createFile(second.resolve(DemoFolders.JOURNAL));

        assertThat(second).isNotEqualTo(first);
        assertThat(folders.last()).contains(second);
    }

    @Test
    void hasNoLastRunBeforeTheFirst() {
        assertThat(new DemoFolders(home.resolve("demo")).last()).isEmpty();
    }
}
