package io.ballast.base.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures that every result shows; rates are fractions, negative is a loss.
 *
 * @param total return of all periods
 * @param growth compound annual rate, by periods
 * @param volatility annual
 * @param sharpe annual
 * @param sortino annual, against the riskless rate
 * @param calmar growth over the deepest fall
 * @param deepest fall
 * @param underwater time and depth below the peak
 * @param omega against the riskless rate
 * @param valueAtRisk historical, 95 %, of a period
 * @param expectedShortfall historical, 95 %, of a period
 * @param evidence how far the Sharpe ratio can be trusted; empty if there is none
 */
public record Performance(
        OptionalDouble total,
        OptionalDouble growth,
        OptionalDouble volatility,
        OptionalDouble sharpe,
        OptionalDouble sortino,
        OptionalDouble calmar,
        Drawdown deepest,
        Underwater underwater,
        OptionalDouble omega,
        OptionalDouble valueAtRisk,
        OptionalDouble expectedShortfall,
        Optional<SharpeEvidence> evidence) {
    private static final double CONFIDENCE = 0.95;

    /** @param riskFree annual rate */
    public static Performance of(ReturnSeries returns, double riskFree, PeriodsPerYear year) {
        EquityCurve curve = EquityCurve.of(returns);
        Drawdown deepest = Drawdown.deepest(curve);
        OptionalDouble growth = Growth.perYear(returns, year);
        return new Performance(
                Growth.total(returns),
                growth,
                Volatility.annual(returns, year),
                SharpeRatio.annual(returns, riskFree, year),
                Downside.sortino(returns, riskFree, year),
                deepest.calmar(growth),
                deepest,
                Underwater.of(curve),
                Omega.ratio(returns, riskFree, year),
                TailRisk.valueAtRisk(returns),
                TailRisk.expectedShortfall(returns),
                SharpeEvidence.ofSample(returns));
    }

    /** Probability that the true Sharpe ratio is above zero. */
    public OptionalDouble probabilistic() {
        return evidence.map(e -> e.probabilityAbove(0)).orElse(OptionalDouble.empty());
    }

    /** Periods that a track record needs before its Sharpe ratio is above zero with 95 % confidence. */
    public OptionalDouble leastPeriods() {
        return evidence.map(e -> e.leastPeriods(0, CONFIDENCE)).orElse(OptionalDouble.empty());
    }

    /** All figures by the names of a result's JSON; what is undefined is empty. */
    public Map<String, OptionalDouble> figures() {
        Map<String, OptionalDouble> figures = new LinkedHashMap<>();
        figures.put("totalReturn", total);
        figures.put("cagr", growth);
        figures.put("volatility", volatility);
        figures.put("sharpe", sharpe);
        figures.put("sortino", sortino);
        figures.put("calmar", calmar);
        figures.put("maxDrawdown", OptionalDouble.of(deepest.depth()));
        figures.put("longestDrawdownPeriods", OptionalDouble.of(underwater.longest()));
        figures.put("ulcerIndex", underwater.ulcer());
        figures.put("martin", underwater.martin(growth));
        figures.put("omega", omega);
        figures.put("valueAtRisk95", valueAtRisk);
        figures.put("expectedShortfall95", expectedShortfall);
        figures.put("probabilisticSharpe", probabilistic());
        figures.put("leastTrackRecordPeriods", leastPeriods());
        return figures;
    }
}
