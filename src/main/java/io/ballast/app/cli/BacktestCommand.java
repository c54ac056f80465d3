package io.ballast.app.cli;

import io.ballast.app.cli.screen.BacktestLines;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.engine.BacktestRun;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Backtests a strategy. */
@Command(
        name = "backtest",
        aliases = "backtesting",
        description = "Run a strategy over recorded prices through the agent's own cycle, limits and ledger.",
        footer = {"", "Example:", "  ballast backtest backtests/synthetic.yaml"})
final class BacktestCommand extends Verb {
    @Parameters(paramLabel = "SCENARIO.yaml", description = "What to run.")
    private Path file = Path.of("");

    BacktestCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "ERROR");
        Scenario scenario =
                new ScenarioLoader(new ConfigLoader(new YamlReader(), environment.variables())).load(file);
        scenario.warnings().forEach(warning -> output.note(warning.toString()));
        RunRecord run = new BacktestRun(scenario, new HistoryStore(scenario.store(), new ParquetFiles())).run();
        output.result(BacktestLines.document(scenario, run), BacktestLines.of(scenario, run));
        return ExitCode.DONE;
    }
}
