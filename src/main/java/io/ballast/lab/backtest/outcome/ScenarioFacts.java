package io.ballast.lab.backtest.outcome;

import io.ballast.agent.Version;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.engine.ScenarioModel;
import io.ballast.lab.backtest.judgement.Hashes;
import io.ballast.lab.backtest.judgement.RunFacts;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.judgement.RunFacts.FillFacts;
import io.ballast.lab.backtest.judgement.RunFacts.SimulatorError;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.SimulatorErrorFile;
import io.ballast.lab.data.HistoryStore;
import io.ballast.think.strategy.Allocation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Facts of a scenario's run. Reads the store for its quality and its hash.
 *
 * @param store of prices; not touched where they are made up
 * @param model that the strategy was run with
 */
public record ScenarioFacts(Scenario scenario, HistoryStore store, ScenarioModel model) {
    private static final double MOST = 0.25;

    /** All that its judges need to know. */
    public RunFacts of(ScenarioRun.Ran ran) {
        RunRecord run = ran.run();
        double[] values = values(run);
        double capital = Arrays.stream(values).sum();
        Optional<List<Double>> sizes = new MarketCaps(scenario, store).of(run);
        SeenData bars = SeenData.of(scenario, store, ran);
        SeenData seen = sizes.map(bars::with).orElse(bars);
        return new RunFacts(
                scenario.name(),
                data(seen.facts()),
                fills(run),
                capital,
                Arrays.stream(values).mapToObj(value -> value / capital).toList(),
                targets(run),
                sizes,
                scenario.beside().error().map(ScenarioFacts::error),
                new Hashes(scenario.hash().hex().substring(2), seen.hash(), Version.text(), model.sha256()),
                scenario.written().seeds().simulation());
    }

    private static SimulatorError error(SimulatorErrorFile file) {
        return new SimulatorError(
                file.p99().bps().doubleValue(), file.worst().bps().doubleValue(), file.swaps());
    }

    private DataFacts data(DataFacts seen) {
        return model.hindsight().map(why -> seen.known(why)).orElse(seen);
    }

    /** USD of each asset at the start, at the first row's prices. */
    private double[] values(RunRecord run) {
        double[] values = new double[run.assets().size()];
        for (TokenAmount amount : scenario.start()) {
            int asset = run.assets().indexOf(amount.token().symbol());
            if (asset >= 0) {
                values[asset] = amount.whole().doubleValue() * run.prices()[asset][0];
            }
        }
        return values;
    }

    private List<Double> targets(RunRecord run) {
        return run.assets().stream().map(this::target).toList();
    }

    private double target(String symbol) {
        return scenario.agent().strategy().allocations().stream()
                .filter(allocation -> allocation.token().symbol().equals(symbol))
                .map(Allocation::target)
                .mapToDouble(target -> target.fraction().doubleValue())
                .sum();
    }

    private FillFacts fills(RunRecord run) {
        return switch (scenario.fills()) {
            case Fills.Proportional flat ->
                new FillFacts(
                        "proportional",
                        List.of(flat.cost() + " of what is traded; no exchange is simulated."),
                        flat.cost().fraction().doubleValue());
            case Fills.Bars bars ->
                new FillFacts(
                        "bars+depth",
                        List.of(
                                "Exact pool arithmetic over pools of declared depth that follow the bars,",
                                "included " + blocks(bars.delay()) + " after the decision; "
                                        + sandwich(bars.worstSandwich()) + ". The depth is declared, not measured."),
                        rate(run, bars));
            case Fills.Events events ->
                new FillFacts(
                        "events",
                        List.of(
                                "Recorded pools, with these swaps among those of others,",
                                "included " + blocks(events.delay())
                                        + " after the decision, behind the others of that block; "
                                        + sandwich(events.worstSandwich()) + ".",
                                events.gas().isPresent()
                                        ? "Gas at the base fees that the scenario gives."
                                        : "Gas at the recorded base fees."),
                        paid(run).orElse(0.0));
        };
    }

    private static String blocks(int delay) {
        return delay == 1 ? "1 block" : delay + " blocks";
    }

    private static String sandwich(boolean worst) {
        return worst ? "every swap is attacked as far as its limit allows" : "no sandwich is assumed";
    }

    /** What the run itself paid; the highest fee of its pools if it never traded. */
    private static double rate(RunRecord run, Fills.Bars bars) {
        return paid(run)
                .orElseGet(() -> bars.pools().stream()
                        .mapToDouble(depth -> depth.pool().feePips() / 1e6)
                        .max()
                        .orElse(0));
    }

    /** Fee, impact, gas and MEV over what was traded; delay is luck that a rate does not hold. */
    private static Optional<Double> paid(RunRecord run) {
        double traded = run.trades().stream()
                .filter(trade -> !trade.failed())
                .mapToDouble(TradeRecord::notional)
                .sum();
        CostSplit costs = run.costs();
        double rate = (costs.total() - costs.delay()) / traded;
        return traded > 0 ? Optional.of(Math.max(0, Math.min(MOST, rate))) : Optional.empty();
    }
}
