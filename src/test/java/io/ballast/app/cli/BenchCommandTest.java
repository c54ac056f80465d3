package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchCommandTest {
    private static final String[] SHORT = {"bench", "amm", "--swaps", "20", "--rounds", "1", "--millis", "0"};

    @TempDir
    private Path home;

    @Test
    void withoutNodeItPrintsOurFiguresAloneAndFails() {
        CommandRun run = CommandRun.in(home, Map.of("PATH", home.toString()), SHORT);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("no comparison: npm not found: install Node.js");
        assertThat(run.outLines()).anyMatch(line -> line.startsWith("large") && line.endsWith("not compared"));
    }

    @Test
    void givesOneDocumentOnRequest() {
        CommandRun run = CommandRun.in(
                home,
                Map.of("PATH", home.toString()),
                "bench",
                "amm",
                "--swaps=20",
                "--rounds=1",
                "--millis=0",
                "--format=json");
        JsonNode sets = new ObjectMapper().readTree(run.out()).get("sets");

        assertThat(sets.size()).isEqualTo(3);
        assertThat(sets.get(0).get("swapsPerCpuSecond").asLong()).isPositive();
        assertThat(sets.get(0).has("ratio")).isFalse();
    }

    @Test
    void refusesOddOptions() {
        assertThat(CommandRun.of("bench", "amm", "--rounds", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("bench", "amm", "--pool", "x").err()).contains("--pool and --vectors go together");
        assertThat(CommandRun.of("bench", "amm", "--pool", "x", "--vectors", "y")
                        .err())
                .contains("y is no file of this benchmark");
    }
}
