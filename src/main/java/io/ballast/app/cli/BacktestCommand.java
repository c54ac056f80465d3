package io.ballast.app.cli;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.columns.KernelBacktest;
import io.ballast.lab.backtest.columns.KernelOutcome;
import io.ballast.lab.backtest.columns.KernelSummary;
import io.ballast.lab.backtest.columns.UnfitForKernelException;
import io.ballast.lab.backtest.engine.ScenarioModel;
import io.ballast.lab.backtest.judgement.BacktestResult;
import io.ballast.lab.backtest.judgement.Judgement;
import io.ballast.lab.backtest.judgement.ResultDocument;
import io.ballast.lab.backtest.judgement.RunFacts;
import io.ballast.lab.backtest.judgement.Summary;
import io.ballast.lab.backtest.judgement.Trial;
import io.ballast.lab.backtest.judgement.TrialLedger;
import io.ballast.lab.backtest.outcome.OtherCapitals;
import io.ballast.lab.backtest.outcome.ScenarioFacts;
import io.ballast.lab.backtest.outcome.ScenarioRun;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backtests a strategy. */
@Command(
        name = "backtest",
        aliases = "backtesting",
        description =
                "Run a strategy over recorded prices or recorded pools through the agent's own cycle, limits and ledger.",
        footer = {
            "",
            "Every run is counted in trials.tsv beside the scenario: the more tries, the less the best of them is worth.",
            "",
            "Example:",
            "  ballast backtest backtests/synthetic.yaml --report report.html"
        })
final class BacktestCommand extends Verb {
    @Parameters(paramLabel = "SCENARIO.yaml", description = "What to run.")
    private Path file = Path.of("");

    @Option(
            names = "--trials",
            paramLabel = "FILE",
            description = "Where runs are counted; trials.tsv beside the scenario if left out.")
    private @Nullable Path trials;

    @Option(
            names = "--capacity",
            description = "Run with 10, 100 and 1,000 times the capital too, to see what is left of the edge.")
    private boolean capacity;

    @Option(
            names = "--engine",
            paramLabel = "cycle|kernel",
            defaultValue = "cycle",
            description =
                    "cycle is the agent's own; kernel runs a plain rule at proportional cost over columns, without limits,"
                            + " report and verdict, in a hundredth of the time, and says so (default: cycle).")
    private Engine engine = Engine.cycle;

    /** What runs a scenario. */
    enum Engine {
        cycle,
        kernel
    }

    @Mixin
    private final BacktestFiles files = new BacktestFiles();

    BacktestCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "ERROR");
        Scenario scenario = new ScenarioLoader(new ConfigLoader(new YamlReader(), environment.variables()))
                .load(file, new ParquetFiles());
        scenario.warnings().forEach(warning -> output.note(warning.toString()));
        if (engine == Engine.kernel) {
            return byKernel(scenario);
        }
        if (!scenario.csv().isEmpty()) {
            throw VerbException.usage(
                    "data.prices.csv is read by --engine kernel alone: import the files for the full cycle");
        }
        BacktestResult result = result(scenario);
        List<Path> written = files.write(scenario.name(), result);
        List<String> shown =
                scenario.written().baselines().stream().map(name -> name.text()).toList();
        output.result(ResultDocument.of(result), Summary.of(result, shown));
        written.forEach(path -> output.note("wrote " + path));
        return ExitCode.DONE;
    }

    private int byKernel(Scenario scenario) {
        if (capacity || files.asked()) {
            throw VerbException.usage(
                    "--engine kernel keeps no trades: --capacity, --report and --export need the full cycle");
        }
        HistoryStore store = new HistoryStore(scenario.store(), new ParquetFiles());
        try {
            KernelOutcome outcome = new KernelBacktest(scenario, store, environment.clock()).run();
            int tries = counted(outcome.trial()).size();
            output.result(KernelSummary.document(outcome, tries), KernelSummary.lines(outcome, tries));
            return ExitCode.DONE;
        } catch (UnfitForKernelException e) {
            throw new VerbException(ExitCode.USAGE, e.reasons());
        }
    }

    private BacktestResult result(Scenario scenario) {
        HistoryStore store = new HistoryStore(scenario.store(), new ParquetFiles());
        try (ScenarioModel model = ScenarioModel.of(scenario)) {
            ScenarioRun backtest = new ScenarioRun(scenario, store, model.scorer());
            ScenarioRun.Ran ran = backtest.run();
            RunRecord run = ran.run();
            RunFacts facts = new ScenarioFacts(scenario, store, model).of(ran);
            return Judgement.of(
                    run,
                    facts,
                    counted(Trial.of(run, facts)),
                    capacity ? new OtherCapitals(backtest).of(facts.capital()) : Map.of());
        }
    }

    /** Every try of the strategy so far, with this one: the ledger lies beside the scenario. */
    private List<Trial> counted(Trial trial) {
        TrialLedger ledger = new TrialLedger(trials == null ? file.resolveSibling(TrialLedger.NAME) : trials);
        try {
            return ledger.record(trial);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw VerbException.failed(String.valueOf(e.getMessage()));
        }
    }
}
