package io.ballast.lab.backtest.engine;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.DataFile.SyntheticFile;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.think.model.ActionScorer;
import java.time.Instant;
import java.util.Optional;

/**
 * A scenario from its prices to its result.
 *
 * @param store of prices; not touched where they are made up
 * @param model that the strategy names; empty where rules decide alone
 */
public record BacktestRun(Scenario scenario, HistoryStore store, Optional<ActionScorer> model) {
    /** Bars before the period that a strategy may look back on at its first decision. */
    private static final int WARM_UP = 1_000;

    /** Runs it. */
    public RunRecord run() {
        return over(bars()).run();
    }

    /** One run over other bars than its own. */
    public Backtest over(BarTable table) {
        return new Backtest(scenario, table, model);
    }

    /** The same for whoever looks at everything that was weighed, at decisions to hold as well. */
    public Backtest thoroughlyOver(BarTable table) {
        return Backtest.thorough(scenario, table, model);
    }

    /** What it runs over. */
    public BarTable bars() {
        return made().map(made -> new MadeUpBars(scenario, made).table())
                .orElseGet(() -> new BarLoader(scenario, store).load(WARM_UP));
    }

    /** The same, read anew as if history ended with a bar: nothing that opens at that moment or later is looked at. */
    public BarTable barsBefore(Instant end) {
        return made().map(made -> new MadeUpBars(scenario, made).table().before(end))
                .orElseGet(() -> new BarLoader(scenario, store).load(WARM_UP, end));
    }

    private Optional<SyntheticFile> made() {
        if (!scenario.csv().isEmpty()) {
            throw DataRefusedException.of(
                    "data.prices.csv", "is read by --engine kernel alone: import the files for the full cycle");
        }
        return scenario.written().data().prices().synthetic();
    }
}
