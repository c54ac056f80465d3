package io.ballast.lab.backtest.outcome;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.engine.BacktestRun;
import io.ballast.lab.backtest.replay.EventRun;
import io.ballast.lab.backtest.replay.SeenEvents;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.HistoryStore;
import io.ballast.think.model.ActionScorer;
import java.util.Optional;

/**
 * A scenario from its data to what it left, whatever fills its orders.
 *
 * @param store of prices; not touched where they are made up or come from recorded pools
 * @param model that the strategy names; empty where rules decide alone
 */
public record ScenarioRun(Scenario scenario, HistoryStore store, Optional<ActionScorer> model) {
    /**
     * What it left.
     *
     * @param events that were replayed; empty for a run over bars
     */
    public record Ran(RunRecord run, Optional<SeenEvents> events) {}

    /**
     * Runs it.
     *
     * @throws io.ballast.lab.data.DataRefusedException if the data is not all there
     */
    public Ran run() {
        if (scenario.fills() instanceof Fills.Events) {
            EventRun.Done done = new EventRun(scenario, store.files(), model).run();
            return new Ran(done.run(), Optional.of(done.seen()));
        }
        return new Ran(new BacktestRun(scenario, store, model).run(), Optional.empty());
    }
}
