package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchMetricsCommandTest {
    private static final String EXPECTED = """
            {"returns_cases": {"flat": {"periods_per_year": 365, "rf_annual": 0.05, "mar_annual": 0.1,
               "input": "flat.csv",
               "metrics": {"dsr_40_trials_sample_moments": {"inputs": {"trial_sharpes_annual": [0.5, 1]}}}}},
             "trades": {"input": "trades.csv"},
             "weights": {"input": "weights.csv", "expected": {"fee": 0.5}}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("expected.json"), EXPECTED);
        Files.writeString(
                folder.resolve("flat.csv"),
                "timestamp,return,benchmark\n2022-01-01T00:00:00Z,0,0.1\n2022-01-02T00:00:00Z,0,-0.1\n");
        Files.writeString(
                folder.resolve("trades.csv"),
                "open,close,stake,ratio,profit\n2022-01-01T00:00:00Z,2022-01-01T00:30:00Z,10,0.1,1\n");
        Files.writeString(folder.resolve("weights.csv"), "price,target\n2,0.5\n");
    }

    private CommandRun run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "bench";
        arguments[1] = "metrics";
        arguments[2] = folder.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return CommandRun.in(folder, Map.of(), arguments);
    }

    @Test
    void printsWhatIsUndefinedAsNull() {
        CommandRun run = run("--format=json");
        JsonNode cases = new ObjectMapper().readTree(run.out());

        assertThat(run.exitCode()).isZero();
        assertThat(cases.required("flat").required("total_return").asDouble()).isZero();
        assertThat(cases.required("flat").required("sharpe_rf0").isNull()).isTrue();
        assertThat(cases.required("trades").required("avg_duration_minutes").asDouble())
                .isEqualTo(30);
        assertThat(cases.required("trades").required("profit_factor_abs").isNull())
                .isTrue();
        assertThat(cases.required("weights").required("final_equity").asDouble())
                .isEqualTo(0.75);
    }

    @Test
    void printsALineForEachFigure() {
        assertThat(run().outLines()).anyMatch(line -> line.startsWith("flat") && line.matches(".* sharpe_rf0 +-"));
    }

    @Test
    void saysInOneLineWhatItCouldNotRead() throws IOException {
        Files.delete(folder.resolve("trades.csv"));
        CommandRun run = run();

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains("trades.csv");
    }
}
