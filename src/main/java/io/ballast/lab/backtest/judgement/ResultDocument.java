package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.CapacityCurve;
import io.ballast.base.metric.Interval;
import io.ballast.base.metric.Overfitting;
import io.ballast.base.metric.RegimeTable;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.judgement.Comparison.Difference;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A result for programs: maps, lists, texts, numbers, and null for what is undefined or not measured. */
public final class ResultDocument {
    private ResultDocument() {}

    /** The whole result; rates are fractions, money is USD, times are ISO 8601 in UTC. */
    public static Map<String, @Nullable Object> of(BacktestResult result) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("title", result.facts().title());
        all.put("strategy", result.run().strategy());
        all.put("from", time(result, 0));
        all.put("to", time(result, result.run().rows() - 1));
        all.put("fills", result.facts().fills().model());
        all.put(
                "data",
                two(
                        "grade",
                        result.facts().data().grade(),
                        "notes",
                        result.facts().data().notes()));
        all.put("returns", result.sampling().kind().name().toLowerCase(Locale.ROOT));
        all.put("verdict", two("rule", result.verdict().name(), "sentence", result.sentence()));
        all.put("halted", result.run().halted().orElse(null));
        all.put("metrics", figures(result.strategy()));
        all.put(
                "baselines",
                result.baselines().stream().map(ResultDocument::baseline).toList());
        all.put(
                "comparisons",
                result.comparisons().stream().map(ResultDocument::comparison).toList());
        all.put("costs", costs(result.run().costs()));
        all.put("doubts", doubts(result.doubts()));
        all.put("regimes", result.regimes().map(ResultDocument::regimes).orElse(null));
        all.put("capacity", result.capacity().map(ResultDocument::capacity).orElse(null));
        all.put(
                "trades",
                result.run().trades().stream()
                        .map(trade -> trade(result, trade))
                        .toList());
        all.put("equity", equity(result));
        all.put(
                "simulatorError",
                result.facts().simulatorError().map(ResultDocument::error).orElse(null));
        all.put("hashes", result.facts().hashes().byName());
        return all;
    }

    /** In this order, which the maps of the JDK do not keep. */
    private static Map<String, Object> two(String first, Object one, String second, Object other) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(first, one);
        fields.put(second, other);
        return fields;
    }

    private static String time(BacktestResult result, int row) {
        return Instant.ofEpochSecond(result.run().times()[row]).toString();
    }

    private static Map<String, @Nullable Object> figures(Policy policy) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        policy.figures().forEach((name, value) -> figures.put(name, orNull(value)));
        return figures;
    }

    private static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Map<String, @Nullable Object> baseline(Policy policy) {
        Map<String, @Nullable Object> baseline = new LinkedHashMap<>();
        baseline.put("name", policy.name());
        baseline.put("clairvoyant", policy.clairvoyant());
        baseline.put("metrics", figures(policy));
        return baseline;
    }

    private static Map<String, @Nullable Object> comparison(Comparison comparison) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("baseline", comparison.baseline());
        fields.put("bpsPerMonth", difference(comparison.single()));
        fields.put("bpsPerMonthAtDoubleCost", difference(comparison.doubled()));
        return fields;
    }

    private static Map<String, @Nullable Object> difference(Difference difference) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("mean", difference.mean());
        fields.put("low95", difference.interval().map(Interval::low).orElse(null));
        fields.put("high95", difference.interval().map(Interval::high).orElse(null));
        return fields;
    }

    private static Map<String, Double> costs(CostSplit costs) {
        Map<String, Double> fields = new LinkedHashMap<>();
        fields.put("fee", costs.fee());
        fields.put("impact", costs.impact());
        fields.put("gas", costs.gas());
        fields.put("delay", costs.delay());
        fields.put("mev", costs.mev());
        fields.put("basis", costs.basis());
        fields.put("total", costs.total());
        return fields;
    }

    private static Map<String, @Nullable Object> doubts(Doubts doubts) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("probabilisticSharpe", orNull(doubts.probabilistic()));
        fields.put("deflatedSharpe", orNull(doubts.deflated()));
        fields.put("trials", doubts.trials());
        fields.put("leastTrackRecordDays", orNull(doubts.leastDays()));
        fields.put("trackRecordDays", doubts.days());
        fields.put(
                "overfitting",
                doubts.overfitting().map(Overfitting::probability).orElse(null));
        fields.put("overfittingTrials", doubts.rankedTrials());
        return fields;
    }

    private static Map<String, Object> regimes(RegimeTable table) {
        Map<String, Object> rows = new LinkedHashMap<>();
        new TreeMap<>(table.rows()).forEach((regime, row) -> {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("periods", row.periods());
            fields.put("return", orNull(row.total()));
            fields.put("hold", orNull(row.benchmark()));
            fields.put("sharpe", orNull(row.sharpe()));
            rows.put(regime.name(), fields);
        });
        return rows;
    }

    private static Map<String, @Nullable Object> capacity(CapacityCurve curve) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("halvesAt", orNull(curve.halvesAt()));
        fields.put(
                "points",
                curve.points().stream()
                        .map(point -> two("capital", point.capital(), "edge", point.edge()))
                        .toList());
        return fields;
    }

    private static Map<String, @Nullable Object> trade(BacktestResult result, TradeRecord trade) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("time", time(result, trade.row()));
        fields.put("decision", trade.decision());
        fields.put("sold", trade.sold());
        fields.put("bought", trade.bought());
        fields.put("amountIn", trade.amountIn());
        fields.put("amountOut", trade.amountOut());
        fields.put("notional", trade.notional());
        fields.put("failed", trade.failed());
        fields.put("costs", costs(trade.cost()));
        return fields;
    }

    private static Map<String, Object> equity(BacktestResult result) {
        List<String> times = Arrays.stream(result.run().times())
                .mapToObj(second -> Instant.ofEpochSecond(second).toString())
                .toList();
        return two(
                "times",
                times,
                "usd",
                Arrays.stream(result.strategy().curve()).boxed().toList());
    }

    private static Map<String, Object> error(RunFacts.SimulatorError error) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("p99Bps", error.p99());
        fields.put("worstBps", error.worst());
        fields.put("swaps", error.swaps());
        return fields;
    }
}
