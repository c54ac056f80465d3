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
    void safetyIsMeasuredOnARealJournalThatIsGoneAfterwards() {
        CommandRun run =
                CommandRun.in(home, Map.of(), "bench", "safety", "--decisions=3", "--folder=" + home, "--format=json");
        JsonNode figures = new ObjectMapper().readTree(run.out());

        assertThat(figures.get("entriesPerDecision").asInt()).as(run.err()).isEqualTo(6);
        assertThat(figures.get("micros").get("added").get("p50").asLong()).isPositive();
        assertThat(run.exitCode()).isEqualTo(figures.get("held").asBoolean() ? ExitCode.DONE : ExitCode.FAILED);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void backtestsAreMeasuredOnceTheirAnswersAgree() {
        CommandRun run = CommandRun.of(
                "bench",
                "backtest",
                "--parts=kernel,cycle,fills,threads",
                "--bars=2000",
                "--decisions=300",
                "--rounds=1",
                "--millis=0",
                "--format=json");
        JsonNode document = new ObjectMapper().readTree(run.out());

        assertThat(document.get("figures").size()).as(run.err()).isEqualTo(9);
        for (JsonNode figure : document.get("figures")) {
            assertThat(figure.get("value").asDouble()).as("%s", figure).isNotNegative();
        }
        assertThat(document.get("notMeasured").size()).isZero();
        assertThat(run.exitCode()).isEqualTo(document.get("held").asBoolean() ? ExitCode.DONE : ExitCode.FAILED);
    }

    @Test
    void goesOnLoudlyWithoutTa4j() {
        CommandRun run = CommandRun.in(
                home, Map.of("PATH", home.toString()), "bench", "backtest", "--parts=ta4j,threads", "--bars=2000");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("NOT MEASURED, ta4j: mvn not found: install Maven");
        assertThat(run.outLines()).anyMatch(line -> line.contains("bit-identical"));
    }

    @Test
    void refusesOddOptions() {
        assertThat(CommandRun.of("bench", "backtest", "--bars", "1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("bench", "backtest", "--parts", "all").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("bench", "safety", "--folder", "nowhere").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("bench", "amm", "--rounds", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("bench", "amm", "--pool", "x").err()).contains("--pool and --vectors go together");
        assertThat(CommandRun.of("bench", "amm", "--pool", "x", "--vectors", "y")
                        .err())
                .contains("y is no file of this benchmark");
    }
}
