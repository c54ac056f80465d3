package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** With Node.js and npm, which fetches the library once. */
class BenchCommandIT {
    @TempDir
    private Path home;

    @Test
    void findsEveryResultEqualToTheLibrarys() {
        CommandRun run = CommandRun.in(
                home, System.getenv(), "bench", "amm", "--swaps=100", "--rounds=2", "--millis=1", "--format=json");
        JsonNode sets = new ObjectMapper().readTree(run.out()).get("sets");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(sets.size()).isEqualTo(3);
        for (JsonNode set : sets) {
            assertThat(set.get("unequalToPeer").asInt()).as("%s", set).isZero();
            assertThat(set.get("ratio").asDouble()).as("%s", set).isPositive();
        }
    }
}
