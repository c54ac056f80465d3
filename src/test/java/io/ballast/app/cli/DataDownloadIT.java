package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.demo.HandMade;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ballast data download}, as it is typed. */
class DataDownloadIT {
    @TempDir
    Path home;

    private CommandRun download(String... more) {
        List<String> all = new ArrayList<>(List.of("data", "download"));
        all.addAll(List.of("-c", home.resolve("agent.yaml").toString()));
        all.addAll(List.of("--store", home.resolve("pools").toString()));
        all.addAll(List.of(more));
        return CommandRun.in(home, Map.of(), all.toArray(String[]::new));
    }

    @Test
    void recordsEventsAndStatesOnce() {
        try (Devnet devnet = DevnetAtHand.lockStep(22)) {
            new HandMade(devnet, home, "1");
            devnet.lockStep().warmUp(1, Duration.ofHours(1), 20);
            String to = Long.toString(devnet.lockStep().head().ref().number());

            CommandRun first = download("--from", "2", "--to", to, "--rate", "1000");
            CommandRun second = download("--from", "2", "--to", to);
            CommandRun states = download("--from", "2020-01-01", "--to", "2999-01-01", "--every", "10");

            assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.DONE);
            assertThat(first.err()).contains("blocks 2 to " + to + ": ", " blocks to record: about 1 eth_getLogs");
            assertThat(first.out()).matches("(?s)recorded [1-9][0-9]* events of [0-9]+ pools, blocks 2 to .*");
            assertThat(second.out()).startsWith("recorded 0 events");
            assertThat(second.err()).contains("everything is recorded already");
            assertThat(states.err()).as(states.out()).contains(" pools to record: about ");
            assertThat(states.out())
                    .matches("(?s)recorded [1-9][0-9]* states of [0-9]+ pools, blocks 1 to " + to + ".*");
            assertRefused("--from", "5", "--to", "999999", "--to 999999 is not mined yet, the newest block is " + to);
            assertRefused("--from", "5", "--to", "4", "--from 5 --to 4 is no range of blocks after the first");
            assertRefused(
                    "--from",
                    "soon",
                    "--to",
                    "4",
                    "--from: \"soon\" is not accepted, expected a block or a day such as 2024-01-31");
        }
    }

    private void assertRefused(String from, String first, String to, String last, String line) {
        CommandRun run = download(from, first, to, last);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errLines()).containsExactly("ballast: " + line);
    }
}
