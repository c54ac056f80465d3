package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Equity on a logarithmic scale, and a strip of the difference to the best baseline. */
final class EquityPart {
    private EquityPart() {}

    static Tag of(Sheet sheet) {
        List<Line> lines = sheet.drawn().stream()
                .map(policy -> new Line(sheet.name(policy), sheet.css(policy), sheet.values(policy.curve())))
                .toList();
        double capital = sheet.result().facts().capital();
        LineChart chart = new LineChart(
                "equity",
                "Equity on a logarithmic scale, USD",
                sheet.axis(),
                lines,
                Scale.around(true, LineChart.values(lines)),
                capital,
                false,
                0,
                " USD",
                line -> line.name() + " " + Numerals.percent(line.last() / capital - 1, 1),
                LineChart.NO_MARKS);
        return Section.of("equity", "Equity", notes(sheet), chart.figure(330, 284), strip(sheet));
    }

    private static List<String> notes(Sheet sheet) {
        List<String> notes = new ArrayList<>();
        notes.add("Log scale: equal slopes are equal growth.");
        List<Policy> hidden = sheet.hidden();
        if (!hidden.isEmpty()) {
            notes.add(hidden.stream()
                            .map(policy -> sheet.name(policy) + " ends at " + Numerals.percent(policy.total(), 1))
                            .collect(Collectors.joining(" and "))
                    + " and would lie on the strategy’s line; not drawn.");
        }
        double[] ahead = difference(sheet);
        long above = Arrays.stream(ahead).filter(value -> value > 0).count();
        notes.add("Below: the strategy’s lead over " + sheet.name(sheet.result().best()) + ". It was ahead on "
                + Numerals.plain(100.0 * above / ahead.length, 0) + "% of the points.");
        return notes;
    }

    private static double[] difference(Sheet sheet) {
        double[] own = sheet.values(sheet.result().strategy().curve());
        double[] best = sheet.values(sheet.result().best().curve());
        double[] difference = new double[own.length];
        Arrays.setAll(difference, i -> 100 * (own[i] / best[i] - 1));
        return difference;
    }

    private static Tag strip(Sheet sheet) {
        List<Line> lines = List.of(new Line(
                "lead over " + sheet.name(sheet.result().best()), "core", difference(sheet)));
        double[] values = Arrays.copyOf(lines.getFirst().values(), lines.getFirst().values().length + 1);
        LineChart chart = new LineChart(
                "lead",
                "Lead of the strategy over the best simple baseline, percent",
                sheet.axis(),
                lines,
                Scale.around(false, values),
                0,
                true,
                1,
                "%",
                line -> Numerals.signed(line.last(), 1) + "%",
                LineChart.NO_MARKS);
        return chart.figure(130, 120);
    }
}
