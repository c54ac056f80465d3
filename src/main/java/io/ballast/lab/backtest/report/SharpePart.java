package io.ballast.lab.backtest.report;

import io.ballast.base.metric.RollingSharpe;
import io.ballast.lab.backtest.judgement.Policy;
import io.ballast.lab.backtest.judgement.Sampling;
import java.util.Arrays;
import java.util.List;

/** The Sharpe ratio of a window that moves along. */
final class SharpePart {
    private static final int USUAL = 90;

    private SharpePart() {}

    static Tag of(Sheet sheet) {
        Sampling sampling = sheet.result().sampling();
        int window = Math.max(2, Math.min(USUAL, sampling.periods() / 3));
        List<Line> lines = sheet.drawn().stream()
                .map(policy -> new Line(sheet.name(policy), sheet.css(policy), rolling(sheet, policy, window)))
                .toList();
        double[] values = LineChart.values(lines);
        double[] withZero = Arrays.copyOf(values, values.length + 1);
        LineChart chart = new LineChart(
                "sharpe",
                "Rolling Sharpe ratio, annual",
                sheet.axis(),
                lines,
                Scale.around(false, withZero),
                0,
                false,
                2,
                "",
                line -> line.name() + " " + Numerals.plain(line.last(), 1),
                LineChart.NO_MARKS);
        return Section.of(
                "rolling",
                "Rolling Sharpe",
                List.of(
                        window + " " + sheet.periods() + ", annual. " + range(lines.getFirst().values()),
                        "Where all lines move together it is the market that moves them, not the policy."),
                chart.figure(220, 200));
    }

    private static double[] rolling(Sheet sheet, Policy policy, int window) {
        return sheet.ofPeriods(
                RollingSharpe.of(policy.returns(), window, sheet.result().sampling().year()).stream()
                        .mapToDouble(ratio -> ratio.orElse(Double.NaN))
                        .toArray());
    }

    private static String range(double[] values) {
        double[] seen = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return seen.length == 0
                ? "Nothing moved."
                : "The strategy’s ran from " + Numerals.plain(seen[0], 1) + " to "
                        + Numerals.plain(seen[seen.length - 1], 1) + ".";
    }
}
