package io.ballast.base.metric;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a strategy and its benchmark did in each regime of the benchmark. The regime of a period is told by the periods before it:
 * rising, if the benchmark gained over them; stormy, if it deviated more than in half of all windows up to then. So it could have
 * been known.
 *
 * @param rows a row for each regime; periods before the first full window are in none
 */
public record RegimeTable(Map<Regime, Row> rows) {
    public RegimeTable {
        rows = Map.copyOf(rows);
    }

    /**
     * One regime.
     *
     * @param total return over its periods, put one after the other
     * @param benchmark the same of the benchmark
     * @param sharpe annual, of the strategy, without a riskless rate
     */
    public record Row(int periods, OptionalDouble total, OptionalDouble benchmark, OptionalDouble sharpe) {}

    /**
     * Both series by regime.
     *
     * @param window periods that tell the regime, at least 2
     * @throws IllegalArgumentException if the lengths differ
     */
    public static RegimeTable of(ReturnSeries returns, ReturnSeries benchmark, int window, PeriodsPerYear year) {
        returns.over(benchmark);
        Map<Regime, List<Integer>> periods = periods(benchmark, window);
        Map<Regime, Row> rows = new EnumMap<>(Regime.class);
        for (Regime regime : Regime.values()) {
            List<Integer> own = periods.getOrDefault(regime, List.of());
            ReturnSeries chosen = choose(returns, own);
            rows.put(
                    regime,
                    new Row(
                            own.size(),
                            Growth.total(chosen),
                            Growth.total(choose(benchmark, own)),
                            SharpeRatio.annual(chosen, 0, year)));
        }
        return new RegimeTable(rows);
    }

    private static Map<Regime, List<Integer>> periods(ReturnSeries benchmark, int window) {
        Map<Regime, List<Integer>> periods = new EnumMap<>(Regime.class);
        RunningMedian unrests = new RunningMedian();
        for (int t = window; t < benchmark.size(); t++) {
            ReturnSeries before = benchmark.between(t - window, t);
            double unrest = before.moments().second();
            boolean stormy = unrest > unrests.with(unrest);
            boolean rising = EquityCurve.of(before).last() > 1;
            periods.computeIfAbsent(Regime.of(rising, stormy), unseen -> new ArrayList<>())
                    .add(t);
        }
        return periods;
    }

    private static ReturnSeries choose(ReturnSeries series, List<Integer> periods) {
        return ReturnSeries.of(periods.stream().mapToDouble(series::at).toArray());
    }
}
