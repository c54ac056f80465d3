package io.ballast.lab.backtest.report;

import io.ballast.base.metric.MonthlyReturns;
import io.ballast.lab.backtest.judgement.Policy;
import io.ballast.lab.backtest.judgement.Sampling;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Returns of months as a heat map: a row a year for the strategy, and one for its difference to the best baseline. */
final class MonthsPart {
    private static final double DEEPEST = 48;

    private final SortedMap<YearMonth, Double> own;
    private final SortedMap<YearMonth, Double> best;
    private final String bestName;
    private final double most;

    private MonthsPart(Sheet sheet) {
        this.own = months(sheet, sheet.result().strategy());
        this.best = months(sheet, sheet.result().best());
        this.bestName = sheet.name(sheet.result().best());
        this.most = own.values().stream().mapToDouble(Math::abs).max().orElse(1);
    }

    private static SortedMap<YearMonth, Double> months(Sheet sheet, Policy policy) {
        Sampling sampling = sheet.result().sampling();
        return MonthlyReturns.of(
                        policy.returns(), sampling.ends().subList(1, sampling.ends().size()))
                .months();
    }

    static Tag of(Sheet sheet) {
        MonthsPart part = new MonthsPart(sheet);
        return Section.of("monthly", "Months", part.notes(), part.wide(), part.narrow());
    }

    private List<String> notes() {
        long gains = own.values().stream().filter(value -> value > 0).count();
        long ahead = own.keySet().stream().filter(month -> lead(month).orElse(0) > 0).count();
        return List.of(
                "Percent; the first and the last may be parts of months. Blue is gain, orange is loss, deepest at "
                        + Numerals.plain(100 * most, 0) + "%.",
                gains + " of " + own.size() + " months rose, " + ahead + " were ahead of " + bestName + ".");
    }

    private OptionalDouble value(YearMonth month) {
        return own.containsKey(month) ? OptionalDouble.of(own.get(month)) : OptionalDouble.empty();
    }

    private OptionalDouble lead(YearMonth month) {
        return own.containsKey(month) && best.containsKey(month)
                ? OptionalDouble.of(own.get(month) - best.get(month))
                : OptionalDouble.empty();
    }

    private List<Year> years() {
        List<Year> years = new ArrayList<>();
        for (int year = own.firstKey().getYear(); year <= own.lastKey().getYear(); year++) {
            years.add(Year.of(year));
        }
        return years;
    }

    private Tag wide() {
        Grid grid = new Grid("heat whole", "%");
        for (Month month : Month.values()) {
            grid.head(name(month), "");
        }
        grid.head("Year", "");
        for (Year year : years()) {
            List<Tag> cells = new ArrayList<>();
            for (Month month : Month.values()) {
                cells.add(heat(value(year.atMonth(month))));
            }
            cells.add(total(year, own));
            grid.row("", Tag.of("th").text(year.toString()), cells);
        }
        for (Year year : years()) {
            List<Tag> cells = new ArrayList<>();
            for (Month month : Month.values()) {
                cells.add(plain(lead(year.atMonth(month))));
            }
            cells.add(Tag.of("td", "tot", Numerals.signed(100 * (compound(year, own) - compound(year, best)), 1)));
            String title = year + " − " + bestName;
            grid.row(year.equals(years().getFirst()) ? "sep" : "", Tag.of("th").text(title), cells);
        }
        return Tag.of("div", "w").add(grid.table());
    }

    private Tag narrow() {
        Grid grid = new Grid("heat", "%", "strategy", bestName, "difference");
        for (YearMonth month : own.keySet()) {
            double other = best.getOrDefault(month, Double.NaN);
            grid.row(
                    "",
                    Tag.of("th").text(name(month.getMonth()) + " " + month.getYear()),
                    List.of(
                            heat(value(month)),
                            heat(Double.isFinite(other) ? OptionalDouble.of(other) : OptionalDouble.empty()),
                            plain(lead(month))));
        }
        return Tag.of("div", "n").add(grid.table());
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private Tag heat(OptionalDouble value) {
        if (value.isEmpty()) {
            return Tag.of("td");
        }
        double share = Math.min(1, Math.abs(value.getAsDouble()) / Math.max(most, 1e-9));
        String colour = value.getAsDouble() < 0 ? "neg" : "pos";
        return Tag.of("td", "h " + colour)
                .with("style", "--v:" + Math.round(DEEPEST * share) + "%")
                .text(Numerals.signed(100 * value.getAsDouble(), 1));
    }

    private static Tag plain(OptionalDouble value) {
        return Tag.of("td").text(value.isPresent() ? Numerals.signed(100 * value.getAsDouble(), 1) : "");
    }

    private static double compound(Year year, SortedMap<YearMonth, Double> months) {
        return months.subMap(year.atMonth(1), year.plusYears(1).atMonth(1)).values().stream()
                        .reduce(1.0, (product, value) -> product * (1 + value))
                - 1;
    }

    private static Tag total(Year year, SortedMap<YearMonth, Double> months) {
        return Tag.of("td", "tot", Numerals.signed(100 * compound(year, months), 1));
    }
}
