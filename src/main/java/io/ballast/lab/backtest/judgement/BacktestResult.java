package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.CapacityCurve;
import io.ballast.base.metric.RegimeTable;
import io.ballast.lab.backtest.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * A judged run: everything that the terminal, the JSON and the report show.
 *
 * @param sampling periods of all returns
 * @param baselines the three that matter first, then all others, clairvoyant ones last
 * @param comparisons with the three that matter, in the same order
 * @param bestName the one of the three with the highest return: it is the one to beat
 * @param capacity empty if nobody measured it
 * @param regimes of the market as {@code hold} saw it; empty for a run too short to tell any
 */
public record BacktestResult(
        RunRecord run,
        RunFacts facts,
        Sampling sampling,
        Policy strategy,
        List<Policy> baselines,
        List<Comparison> comparisons,
        String bestName,
        Doubts doubts,
        Optional<CapacityCurve> capacity,
        Optional<RegimeTable> regimes,
        Verdict verdict) {
    public BacktestResult {
        baselines = List.copyOf(baselines);
        comparisons = List.copyOf(comparisons);
    }

    /** The band, to hold, and equal weights. */
    public List<Policy> principal() {
        return baselines.subList(0, comparisons.size());
    }

    /** The one to beat. */
    public Policy best() {
        return principal().stream()
                .filter(policy -> policy.name().equals(bestName))
                .findFirst()
                .orElseThrow();
    }

    /** The strategy less the one to beat. */
    public Comparison againstBest() {
        return comparisons.stream()
                .filter(comparison -> comparison.baseline().equals(bestName))
                .findFirst()
                .orElseThrow();
    }

    /** The verdict in words. */
    public String sentence() {
        return verdict.sentence(bestName);
    }

    BacktestResult with(CapacityCurve measured) {
        return new BacktestResult(
                run,
                facts,
                sampling,
                strategy,
                baselines,
                comparisons,
                bestName,
                doubts,
                Optional.of(measured),
                regimes,
                verdict);
    }
}
