package io.ballast.lab.backtest.outcome;

import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same scenario with more at the start, through the same pools: what is lost is depth's. Limits of the scenario that are sums of
 * money stay as they are, and hold back large accounts too.
 */
public record OtherCapitals(ScenarioRun run) {
    private static final List<Integer> FACTORS = List.of(10, 100, 1_000);

    /**
     * Runs them all.
     *
     * @param capital of the scenario, USD
     * @return runs by their capital
     */
    public Map<Double, RunRecord> of(double capital) {
        Map<Double, RunRecord> runs = new TreeMap<>();
        FACTORS.forEach(factor -> runs.put(capital * factor, times(factor).run().run()));
        return runs;
    }

    private ScenarioRun times(int factor) {
        Scenario scenario = run.scenario();
        List<TokenAmount> start = scenario.start().stream()
                .map(amount -> new TokenAmount(amount.token(), amount.raw().multiply(BigInteger.valueOf(factor))))
                .toList();
        return new ScenarioRun(scenario.starting(start), run.store(), run.model());
    }
}
