package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.CapacityCurve;
import io.ballast.base.metric.CapacityCurve.Point;
import io.ballast.base.metric.RegimeTable;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.lab.backtest.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges a run. The way of a backtest's result:
 *
 * <pre>{@code
 * List<Trial> trials = new TrialLedger(folder.resolve(TrialLedger.NAME)).record(Trial.of(run, facts));
 * BacktestResult result = Judgement.of(run, facts, trials);
 * List<String> lines = Summary.of(result);          // the terminal
 * Map<String, Object> json = ResultDocument.of(result);
 * String html = ReportPage.of(result);              // one file
 * String csv = Exports.trades(run);                 // or decisions
 * }</pre>
 *
 * The same inputs give the same result, to the bit.
 */
public final class Judgement {
    private static final int WINDOW = 30;

    private Judgement() {}

    /**
     * Without capacity, which says then that it was not measured.
     *
     * @param trials of the strategy from the ledger, this run's among them; none if none are recorded
     * @throws IllegalArgumentException if facts and run do not fit each other, or a price is none
     */
    public static BacktestResult of(RunRecord run, RunFacts facts, List<Trial> trials) {
        return of(run, facts, trials, Map.of());
    }

    /**
     * With capacity.
     *
     * @param others the same scenario run with other capitals in USD at the start
     */
    public static BacktestResult of(
            RunRecord run, RunFacts facts, List<Trial> trials, Map<Double, RunRecord> others) {
        facts.requireFit(run);
        Sampling sampling = Sampling.of(run.times());
        Policy strategy = strategy(run, facts, sampling);
        Rivals rivals = new Rivals(run, facts, sampling);
        List<Policy> baselines = rivals.all();
        List<Comparison> comparisons = comparisons(run, facts, sampling, strategy, baselines, rivals.principal(2));
        String best = best(baselines.subList(0, comparisons.size()));
        Doubts doubts = Doubts.of(strategy, sampling, Trial.of(run, facts), trials);
        BacktestResult result = new BacktestResult(
                run,
                facts,
                sampling,
                strategy,
                baselines,
                comparisons,
                best,
                doubts,
                Optional.empty(),
                regimes(strategy, baselines, sampling),
                Verdict.of(facts, sampling.periods(), chosen(comparisons, best), doubts));
        return others.isEmpty() ? result : result.with(capacity(result, others));
    }

    /** USD by row; the first is what was there before any trade, so that the cost of the first trade is a loss. */
    static double[] curve(RunRecord run, RunFacts facts) {
        double[] curve = run.equity().clone();
        curve[0] = facts.capital();
        return curve;
    }

    private static Policy strategy(RunRecord run, RunFacts facts, Sampling sampling) {
        return Policy.of(
                run.strategy(),
                false,
                curve(run, facts),
                run.times(),
                sampling,
                Trading.of(run, facts.capital()));
    }

    private static List<Comparison> comparisons(
            RunRecord run,
            RunFacts facts,
            Sampling sampling,
            Policy strategy,
            List<Policy> once,
            List<Policy> twice) {
        ReturnSeries doubled = new DoubledCost(run, sampling).returns(strategy);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < twice.size(); i++) {
            comparisons.add(new Comparison(
                    once.get(i).name(),
                    Comparison.Difference.of(strategy.returns(), once.get(i).returns(), sampling, facts.seed()),
                    Comparison.Difference.of(
                            doubled, twice.get(i).returns(), sampling, facts.seed())));
        }
        return comparisons;
    }

    private static String best(List<Policy> simple) {
        return simple.stream()
                .max(Comparator.comparingDouble(Policy::total))
                .orElseThrow()
                .name();
    }

    private static Comparison chosen(List<Comparison> comparisons, String name) {
        return comparisons.stream()
                .filter(comparison -> comparison.baseline().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<RegimeTable> regimes(Policy strategy, List<Policy> baselines, Sampling sampling) {
        Policy hold = baselines.stream()
                .filter(policy -> policy.name().equals("hold"))
                .findFirst()
                .orElseThrow();
        return sampling.periods() <= WINDOW
                ? Optional.empty()
                : Optional.of(RegimeTable.of(strategy.returns(), hold.returns(), WINDOW, sampling.year()));
    }

    private static CapacityCurve capacity(BacktestResult result, Map<Double, RunRecord> others) {
        Map<Double, Double> growth = new TreeMap<>();
        others.forEach((capital, run) -> growth.put(
                capital, growthPerYear(run.equity()[run.rows() - 1] / capital, result.sampling())));
        growth.put(result.facts().capital(), growthPerYear(1 + result.strategy().total(), result.sampling()));
        double other = growthPerYear(1 + result.best().total(), result.sampling());
        return new CapacityCurve(growth.entrySet().stream()
                .map(entry -> new Point(entry.getKey(), entry.getValue() - other))
                .toList());
    }

    private static double growthPerYear(double factor, Sampling sampling) {
        return StrictMath.pow(factor, sampling.year().count() / sampling.periods()) - 1;
    }
}
