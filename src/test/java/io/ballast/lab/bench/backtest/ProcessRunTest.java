package io.ballast.lab.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.lab.bench.PeerUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRunTest {
    @TempDir
    Path folder;

    @Test
    void takesTheTimeOfAProcess() throws IOException {
        ProcessRun run = ProcessRun.of(folder, List.of("sh", "-c", "echo done"));

        assertThat(run.seconds()).isPositive();
        assertThat(folder.resolve("output")).hasContent("done");
    }

    @Test
    void aProcessThatFailsCountsForNothing() {
        assertThatExceptionOfType(PeerUnavailableException.class)
                .isThrownBy(() -> ProcessRun.of(folder, List.of("sh", "-c", "echo no such file; exit 3")))
                .withMessage("the command line ended with status 3: no such file");
    }
}
