package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.Fall;
import io.ballast.lab.backtest.judgement.Policy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How far below the last peak. */
final class UnderwaterPart {
    private UnderwaterPart() {}

    static Tag of(Sheet sheet) {
        List<Line> lines = sheet.drawn().stream()
                .map(policy -> new Line(sheet.name(policy), sheet.css(policy), sheet.least(falls(policy))))
                .toList();
        double deepest = Math.min(-1, Arrays.stream(LineChart.values(lines)).min().orElse(-1));
        LineChart chart = new LineChart(
                "underwater",
                "Fall below the running peak, percent",
                sheet.axis(),
                lines,
                new Scale(1.04 * deepest, 0, false),
                0,
                true,
                1,
                "%",
                Line::name,
                LineChart.NO_MARKS);
        return Section.of("underwater", "Under water", notes(sheet), chart.figure(220, 190));
    }

    private static double[] falls(Policy policy) {
        double[] falls = new double[policy.curve().length];
        double peak = policy.curve()[0];
        for (int row = 0; row < falls.length; row++) {
            peak = Math.max(peak, policy.curve()[row]);
            falls[row] = 100 * (policy.curve()[row] / peak - 1);
        }
        return falls;
    }

    private static List<String> notes(Sheet sheet) {
        Fall fall = sheet.result().strategy().fall();
        if (fall.depth() == 0) {
            return List.of("Below the last peak: the strategy never was.");
        }
        return List.of(
                "Below the last peak. The strategy’s deepest point is " + Numerals.percent(fall.depth(), 1) + " on "
                        + day(sheet, fall.trough()) + ", from the peak of " + day(sheet, fall.peak()) + ".",
                "Its longest stay under water took " + Numerals.plain(fall.longestDays(), 0) + " days.");
    }

    private static String day(Sheet sheet, int row) {
        return Axis.day(Instant.ofEpochSecond(sheet.run().times()[row]));
    }
}
