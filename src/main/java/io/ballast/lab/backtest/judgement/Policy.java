package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.Performance;
import io.ballast.base.metric.ReturnSeries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One way to have invested over the period: the strategy, or a baseline.
 *
 * @param clairvoyant whether it knows the future: a bound that nobody could have followed
 * @param curve USD by row; in the first row what was there before any trade
 * @param returns of the sampled periods
 * @param performance of these returns, without a riskless rate
 * @param fall on every row
 */
public record Policy(
        String name,
        boolean clairvoyant,
        double[] curve,
        ReturnSeries returns,
        Performance performance,
        Fall fall,
        Trading trading) {

    /**
     * Of a curve of USD by row.
     *
     * @param times of the rows, seconds since the epoch
     */
    public static Policy of(
            String name, boolean clairvoyant, double[] curve, long[] times, Sampling sampling, Trading trading) {
        ReturnSeries returns = sampling.returns(curve);
        return new Policy(
                name,
                clairvoyant,
                curve,
                returns,
                Performance.of(returns, 0, sampling.year()),
                Fall.of(curve, times),
                trading);
    }

    /** Last over first, less one. */
    public double total() {
        return curve[curve.length - 1] / curve[0] - 1;
    }

    /** All figures by the names of a result's JSON; what is undefined is empty. */
    public Map<String, OptionalDouble> figures() {
        Map<String, OptionalDouble> figures = new LinkedHashMap<>(performance.figures());
        figures.put("maxDrawdownOfBars", OptionalDouble.of(fall.depth()));
        figures.put("longestDrawdownDays", OptionalDouble.of(fall.longestDays()));
        figures.putAll(trading.figures());
        return figures;
    }
}
