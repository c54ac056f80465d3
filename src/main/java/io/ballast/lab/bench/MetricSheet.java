package io.ballast.lab.bench;

import io.ballast.base.metric.ActiveReturn;
import io.ballast.base.metric.Downside;
import io.ballast.base.metric.Drawdown;
import io.ballast.base.metric.EquityCurve;
import io.ballast.base.metric.GainsAndLosses;
import io.ballast.base.metric.Growth;
import io.ballast.base.metric.Moments;
import io.ballast.base.metric.Omega;
import io.ballast.base.metric.Regression;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.SharpeEvidence;
import io.ballast.base.metric.SharpeRatio;
import io.ballast.base.metric.Stability;
import io.ballast.base.metric.TailRisk;
import io.ballast.base.metric.TradeStatistics;
import io.ballast.base.metric.Underwater;
import io.ballast.base.metric.Volatility;
import io.ballast.base.metric.WeightPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Every metric under the name that the set with known answers gives it. */
public final class MetricSheet {
    private final Map<String, OptionalDouble> values = new LinkedHashMap<>();

    private MetricSheet() {}

    /** Metrics of returns. */
    public static Map<String, OptionalDouble> of(GoldenCase given) {
        MetricSheet sheet = new MetricSheet();
        sheet.growthAndRisk(given);
        sheet.drawdowns(given);
        sheet.distribution(given);
        sheet.beside(given);
        sheet.evidence(given);
        return sheet.values;
    }

    /** Metrics of trades. */
    public static Map<String, OptionalDouble> of(TradeStatistics trades) {
        MetricSheet sheet = new MetricSheet();
        GainsAndLosses money = trades.money();
        sheet.put("trades", money.count());
        sheet.put("win_rate_all_trades", money.winRate());
        sheet.put("profit_factor_abs", money.profitFactor());
        sheet.put("profit_factor_ratio", trades.ratios().profitFactor());
        sheet.put("payoff_ratio", money.payoff());
        sheet.put("expectancy_abs", money.expectancy());
        sheet.put("expectancy_ratio", money.expectancyRatio());
        sheet.put("sqn", trades.quality());
        sheet.put("sqn_ratio", trades.ratioQuality());
        sheet.put("kelly", money.kelly());
        sheet.put("best_trade_ratio", trades.best());
        sheet.put("worst_trade_ratio", trades.worst());
        sheet.put("max_consecutive_wins", trades.winsInARow());
        sheet.put("max_consecutive_losses", trades.lossesInARow());
        trades.meanDuration().ifPresent(mean -> sheet.put("avg_duration_minutes", mean.toNanos() / 60e9));
        return sheet.values;
    }

    /** Metrics of a path of weights. */
    public static Map<String, OptionalDouble> of(WeightPath path) {
        MetricSheet sheet = new MetricSheet();
        sheet.put("final_equity", path.equity()[path.equity().length - 1]);
        sheet.put("total_fees", path.fees());
        sheet.put("turnover_two_sided_total", path.turnover());
        sheet.put("turnover_one_sided_per_row", path.oneSidedPerRow());
        sheet.put("average_exposure", path.meanExposure());
        sheet.put("time_in_market", path.timeInMarket());
        return sheet.values;
    }

    private void growthAndRisk(GoldenCase given) {
        ReturnSeries returns = given.returns();
        put("total_return", Growth.total(returns));
        put("cagr_by_periods", Growth.perYear(returns, given.year()));
        put("cagr_by_calendar_365.25", Growth.perCalendarYear(returns, given.days()));
        put("volatility_annual", Volatility.annual(returns, given.year()));
        put("downside_deviation_annual_mar0", Downside.deviation(returns, 0, given.year()));
        put("sharpe_rf0", SharpeRatio.annual(returns, 0, given.year()));
        put("sharpe_rf0.05_annual", SharpeRatio.annual(returns, given.riskFree(), given.year()));
        put("sortino_mar0", Downside.sortino(returns, 0, given.year()));
        put("sortino_mar0.1_annual", Downside.sortino(returns, given.acceptable(), given.year()));
        put("omega_threshold0", Omega.ratio(returns, 0, given.year()));
        put("omega_threshold0.1_annual", Omega.ratio(returns, given.acceptable(), given.year()));
    }

    private void drawdowns(GoldenCase given) {
        EquityCurve curve = EquityCurve.of(given.returns());
        OptionalDouble growth = Growth.perYear(given.returns(), given.year());
        Drawdown deepest = Drawdown.deepest(curve);
        Underwater underwater = Underwater.of(curve);
        put("max_drawdown", deepest.depth());
        put("calmar", deepest.calmar(growth));
        put("longest_drawdown_bars", underwater.longest());
        put("ulcer_index", underwater.ulcer());
        put("ulcer_index_n_minus_1", underwater.ulcerOfSample());
        put("pain_index", underwater.pain());
        put("martin_ratio_upi", underwater.martin(growth));
    }

    private void distribution(GoldenCase given) {
        ReturnSeries returns = given.returns();
        Moments moments = returns.moments();
        GainsAndLosses periods = GainsAndLosses.of(returns.toArray());
        put("var95_historical", TailRisk.valueAtRisk(returns));
        put("cvar95_historical", TailRisk.expectedShortfall(returns));
        put("var95_gaussian", TailRisk.gaussianValueAtRisk(returns));
        put("skew_sample_G1", moments.sampleSkewness());
        put("kurtosis_excess_sample_G2", moments.sampleExcessKurtosis());
        put("tail_ratio", TailRisk.tailRatio(returns));
        put("win_rate_periods", periods.winRateOfMoves());
        put("profit_factor_periods", periods.profitFactor());
        put("payoff_ratio_periods", periods.payoff());
        put("gain_to_pain", periods.gainToPain());
        put("stability_r2_log_equity", Stability.of(returns));
    }

    private void beside(GoldenCase given) {
        Optional<Regression> fit = Regression.of(given.returns(), given.benchmark());
        ActiveReturn active = ActiveReturn.of(given.returns(), given.benchmark());
        put("beta", fit.map(f -> OptionalDouble.of(f.beta())).orElse(OptionalDouble.empty()));
        put(
                "alpha_annual_arithmetic",
                fit.map(f -> OptionalDouble.of(f.annualAlpha(given.year()))).orElse(OptionalDouble.empty()));
        put(
                "alpha_annual_compounded",
                fit.map(f -> f.compoundedAlpha(given.year())).orElse(OptionalDouble.empty()));
        put("information_ratio_per_period", active.informationRatio());
        put("information_ratio_annual", active.informationRatio(given.year()));
        put("tracking_error_annual", active.trackingError(given.year()));
    }

    private void evidence(GoldenCase given) {
        Optional<SharpeEvidence> population = SharpeEvidence.ofPopulation(given.returns());
        Optional<SharpeEvidence> sample = SharpeEvidence.ofSample(given.returns());
        put(
                "psr_0_population_moments",
                population.map(e -> e.probabilityAbove(0)).orElse(OptionalDouble.empty()));
        put("psr_0_sample_moments", sample.map(e -> e.probabilityAbove(0)).orElse(OptionalDouble.empty()));
        put(
                "dsr_40_trials_sample_moments",
                sample.map(e -> e.deflated(given.trialSharpes().perPeriod(given.year())))
                        .orElse(OptionalDouble.empty()));
    }

    private void put(String name, double value) {
        values.put(name, OptionalDouble.of(value));
    }

    private void put(String name, OptionalDouble value) {
        values.put(name, value);
    }
}
