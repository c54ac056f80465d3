package io.ballast.app.cli;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.engine.BacktestRun;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.lab.backtest.engine.ScenarioModel;
import io.ballast.lab.backtest.lookahead.BarReruns;
import io.ballast.lab.backtest.lookahead.EventReruns;
import io.ballast.lab.backtest.lookahead.LookaheadAnalysis;
import io.ballast.lab.backtest.lookahead.LookaheadDocument;
import io.ballast.lab.backtest.lookahead.LookaheadResult;
import io.ballast.lab.backtest.lookahead.Reruns;
import io.ballast.lab.backtest.replay.EventRun;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the future and requires that the past stays. */
@Command(
        name = "lookahead-analysis",
        description = {
            "Change the bars or recorded events after a number of moments, or take them away, and require that",
            "every decision up to each moment stays the same: action, amounts, scores and reason."
        },
        footer = {
            "",
            "Exit code 0 if every decision held, 1 if one knew what came after it; that one is named.",
            "",
            "Example:",
            "  ballast lookahead-analysis backtests/synthetic.yaml --cuts 4"
        })
final class LookaheadCommand extends Verb {
    private static final long MOST_CUTS = 10_000;

    @Parameters(paramLabel = "SCENARIO.yaml", description = "What to run.")
    private Path file = Path.of("");

    @Option(
            names = "--cuts",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "Moments to try, spread over the period; each takes two runs up to it (default: ${DEFAULT-VALUE}).")
    private int cuts;

    LookaheadCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "ERROR");
        Requirement.inRange("--cuts", cuts, 1, MOST_CUTS);
        Scenario scenario = new ScenarioLoader(new ConfigLoader(new YamlReader(), environment.variables()))
                .load(file, new ParquetFiles());
        scenario.warnings().forEach(warning -> output.note(warning.toString()));
        HistoryStore store = new HistoryStore(scenario.store(), new ParquetFiles());
        try (ScenarioModel model = ScenarioModel.of(scenario)) {
            model.hindsight().ifPresent(output::note);
            long seed = scenario.written().seeds().simulation();
            LookaheadResult result = analysed(
                    scenario.fills() instanceof Fills.Events
                            ? events(new EventRun(scenario, store.files(), model.scorer()), seed)
                            : bars(new BacktestRun(scenario, store, model.scorer()), seed),
                    seed);
            output.result(
                    LookaheadDocument.of(scenario.name(), result), LookaheadDocument.lines(scenario.name(), result));
            return result.held() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static Reruns events(EventRun run, long seed) {
        return new EventReruns(run.recording(), run::thoroughlyOver, run.decisions(), seed);
    }

    private Reruns bars(BacktestRun run, long seed) {
        BarTable bars = run.bars();
        if (bars.rows() - bars.first() < 2) {
            throw VerbException.usage(file + ": period: holds one bar, and nothing comes after it");
        }
        return new BarReruns(bars, run::thoroughlyOver, run::barsBefore, seed);
    }

    private LookaheadResult analysed(Reruns runs, long seed) {
        int all = Math.min(cuts, runs.decisions());
        return new LookaheadAnalysis(runs, seed).of(cuts, done -> output.note("cut " + done + " of " + all));
    }
}
