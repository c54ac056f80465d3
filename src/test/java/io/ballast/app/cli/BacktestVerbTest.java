package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ballast backtest}: from a scenario to what it prints and writes. */
class BacktestVerbTest {
    @TempDir
    Path directory;

    private Path scenario;

    /** Its relative paths start at the folder above its own, so it has to lie in one of the project's. */
    @BeforeEach
    void shortenTheExample() throws IOException {
        Path folder = Files.createDirectories(CommandRun.ROOT.resolve("target"));
        scenario = Files.createTempFile(folder, "short-", ".yaml");
        Files.writeString(
                scenario,
                Files.readString(CommandRun.ROOT.resolve("backtests/synthetic.yaml"))
                        .replace("2023-01-01..2023-04-01", "2023-01-01..2023-01-06"));
    }

    @AfterEach
    void remove() throws IOException {
        Files.deleteIfExists(scenario);
    }

    @Test
    void printsTheSummaryAndWritesReportAndExports() throws IOException {
        Path report = directory.resolve("report.html");

        CommandRun run = run("--report", report.toString(), "--export", "trades", "--export", "decisions");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).allMatch(line -> line.length() <= 80);
        assertThat(run.outLines()).last().isEqualTo("VERDICT: synthetic prices: not evidence");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("bars+depth · data synthetic · sim error not measured", "(1 trial)");
        assertThat(report).content().contains("<section id=\"decisions\"", "bars+depth");
        assertThat(export("trades")).content().startsWith("time,decision,sold,bought,");
        assertThat(export("decisions")).content().startsWith("time,decision,candidate,");
    }

    @Test
    void givesTheContractsDocumentAndCountsTheSameRunOnce() {
        CommandRun first = run("--format", "json");
        CommandRun second = run("--format", "json");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains(
                        "\"metrics\"",
                        "\"baselines\"",
                        "\"costs\"",
                        "\"trades\"",
                        "\"equity\"",
                        "\"simulatorError\" : null",
                        "\"hashes\"");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(directory.resolve("trials.tsv")).content().hasLineCount(2);
    }

    @Test
    void measuresCapacityWhereItIsAskedTo() {
        CommandRun run = run("--capacity", "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("\"capital\" : 50000.0", "\"capital\" : 5.0E7")
                .doesNotContain("\"capacity\" : null");
    }

    @Test
    void theKernelIsAskedForOpenlyAndSaysSo() throws IOException {
        scenario = ruleAtPlainCost();

        CommandRun run = run("--engine", "kernel");
        CommandRun json = run("--engine", "kernel", "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines())
                .allMatch(line -> line.length() <= 80)
                .startsWith("ENGINE: columnar kernel, proportional cost, no exchange simulated");
        assertThat(json.out()).contains("\"engine\" : \"columnar kernel", "\"verdict\" : null", "\"trials\" : 1");
        assertThat(run("--engine", "kernel", "--capacity").err()).contains("need the full cycle");
    }

    @Test
    void theKernelRefusesWhatItWouldLeaveOut() {
        CommandRun run = run("--engine", "kernel");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errLines())
                .anyMatch(line -> line.startsWith("ballast: fills.model: pools are moved by the full cycle alone"))
                .anyMatch(line -> line.startsWith("ballast: scorer.moves: is banded"));
    }

    /** A project of its own beside the exports. */
    private Path ruleAtPlainCost() throws IOException {
        for (String file : List.of("config/agent.yaml", "config/networks/arbitrum.yaml")) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.copy(CommandRun.ROOT.resolve(file), directory.resolve(file));
        }
        Files.writeString(
                Files.createDirectories(directory.resolve("strategies")).resolve("own.yaml"), """
                schema: 1
                name: own
                network: arbitrum
                cash: USDC
                universe: {WETH: {target: 60%}, USDC: {target: 40%}}
                timeframe: 1h
                rebalance: {steps: [100%], min_trade: 0 USD}
                scorer: {type: band, moves: full}
                """);
        return Files.writeString(
                Files.createDirectories(directory.resolve("backtests")).resolve("own.yaml"), """
                schema: 1
                strategy: own
                period: 2023-01-01..2023-02-01
                start: {USDC: 50000}
                data: {prices: {synthetic: {start: {WETH: 1800}}}}
                fills: {model: proportional, cost: 0bps}
                risk: config/agent.yaml
                """);
    }

    @Test
    void showsTheBaselinesThatTheScenarioNames() throws IOException {
        Files.writeString(scenario, Files.readString(scenario) + "baselines: [momentum, eg]\n");

        CommandRun run = run();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines()).anyMatch(line -> line.matches("\\s+core4\\s+momentum\\s+eg"));
        assertThat(run.outLines()).anyMatch(line -> line.startsWith("vs "));
    }

    @Test
    void printsTheSimulatorsErrorWhereItWasMeasured() throws IOException {
        Path error = directory.resolve("error.yaml");
        Files.writeString(error, "schema: 1\nswaps: 8000\ndifferent: 2\np99: 0.2bps\nworst: 3.25bps\n");
        Files.writeString(
                scenario,
                Files.readString(scenario)
                        .replace("  delay:", "  simulator_error: " + error.toAbsolutePath() + "\n  delay:"));

        CommandRun text = run();
        CommandRun json = run("--format", "json");

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out().replaceAll("\\s+", " ")).contains("sim error p99 0.2 bps");
        assertThat(json.out()).contains("\"p99Bps\" : 0.2", "\"worstBps\" : 3.25", "\"swaps\" : 8000");
    }

    @Test
    void saysInWordsWhyADecisionToHoldHasNoOptions() throws IOException {
        CommandRun run = run("--export", "decisions");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(export("decisions"))
                .content()
                .contains("Chosen; nothing else was priced, since the rule is sure to hold");
    }

    private Path export(String table) {
        return directory.resolve(scenario.getFileName().toString().replace(".yaml", "-" + table + ".csv"));
    }

    private CommandRun run(String... options) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "backtest",
                                scenario.toString(),
                                "--export-to",
                                directory.toString(),
                                "--trials",
                                directory.resolve("trials.tsv").toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }
}
