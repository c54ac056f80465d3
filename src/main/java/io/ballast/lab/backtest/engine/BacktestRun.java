package io.ballast.lab.backtest.engine;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.HistoryStore;
import java.util.Optional;

/**
 * A scenario from its prices to its result.
 *
 * @param store of prices; not touched where they are made up
 */
public record BacktestRun(Scenario scenario, HistoryStore store) {
    /** Bars before the period that a strategy may look back on at its first decision. */
    private static final int WARM_UP = 1_000;

    /** Runs it. */
    public RunRecord run() {
        return new Backtest(scenario, bars(), Optional.empty()).run();
    }

    /** What it runs over. */
    public BarTable bars() {
        return scenario.written()
                .data()
                .prices()
                .synthetic()
                .map(made -> new MadeUpBars(scenario, made).table())
                .orElseGet(() -> new BarLoader(scenario, store).load(WARM_UP));
    }
}
