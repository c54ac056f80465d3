package io.ballast.lab.backtest.report;

import io.ballast.base.metric.ActiveReturn;
import io.ballast.base.metric.Regression;
import io.ballast.lab.backtest.judgement.Comparison;
import io.ballast.lab.backtest.judgement.Policy;
import io.ballast.lab.backtest.judgement.Sampling;
import io.ballast.lab.backtest.judgement.Trading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Key figures of the strategy and of the three baselines that matter, and the differences with their intervals. */
final class NumbersPart {
    private final Sheet sheet;
    private final Sampling sampling;
    private final Policy hold;
    private final List<Policy> policies = new ArrayList<>();
    private final Grid grid = new Grid("kpi");

    private NumbersPart(Sheet sheet) {
        this.sheet = sheet;
        this.sampling = sheet.result().sampling();
        policies.add(sheet.result().strategy());
        policies.addAll(sheet.result().principal());
        this.hold = sheet.result().principal().stream()
                .filter(policy -> policy.name().equals("hold"))
                .findFirst()
                .orElseThrow();
    }

    static Tag of(Sheet sheet) {
        NumbersPart part = new NumbersPart(sheet);
        return Section.of("numbers", "Key numbers", part.notes(), part.table(), part.differences());
    }

    private List<String> notes() {
        String rate = Numerals.plain(1e4 * sheet.result().facts().fills().rate(), 0);
        return List.of(
                "One column a policy, over the same prices, period and capital. Returns of " + sheet.periods()
                        + ", a year of 365 days, riskless rate 0; drawdowns on every bar.",
                "Baselines are filled at the close by one rate, " + rate
                        + " bps of what they trade; depth, gas and failed"
                        + " transactions they do not know, which is in their favour.",
                "band trades to the edge of a no-trade band around the targets. hold never trades again. 1/N restores equal"
                        + " weights, cash among them, once a day.",
                "n/a is undefined, never zero.");
    }

    private Tag table() {
        grid.head("", "").head("", "unit");
        policies.forEach(policy -> grid.head(sheet.name(policy), sheet.css(policy)));
        row("Return", "%", policy -> Numerals.plain(100 * policy.total(), 1));
        row("Growth a year", "%", policy -> percent(policy.performance().growth()));
        row("Volatility a year", "%", policy -> percent(policy.performance().volatility()));
        row("Max drawdown", "%", policy -> Numerals.plain(100 * policy.fall().depth(), 1));
        row(
                "Longest under water",
                "days",
                policy -> Numerals.plain(policy.fall().longestDays(), 0));
        row("Sharpe", "", policy -> Numerals.plain(policy.performance().sharpe(), 2));
        row("Sortino", "", policy -> Numerals.plain(policy.performance().sortino(), 2));
        row("Calmar", "", policy -> Numerals.plain(policy.performance().calmar(), 2));
        row("VaR 95 of a period", "%", policy -> percent(policy.performance().valueAtRisk()));
        row("CVaR 95 of a period", "%", policy -> percent(policy.performance().expectedShortfall()));
        row("Beta to hold", "", this::beta);
        row("Information ratio to hold", "", this::information);
        row("Exposure, mean", "%", policy -> percent(policy.trading().exposure()));
        row("Turnover", "× a year", policy -> Numerals.plain(policy.trading().turnoverPerYear(), 2));
        row(
                "Trades or rebalances",
                "",
                policy -> Numerals.plain(policy.trading().trades(), 0));
        row("Failed", "", policy -> failed(policy.trading()));
        row("Cost", "USD", policy -> Numerals.usd(policy.trading().split().total()));
        row(
                "Cost over capital",
                "%",
                policy -> Numerals.plain(100 * policy.trading().cost(), 2));
        row(
                "PSR, Sharpe above 0",
                "",
                policy -> Numerals.plain(policy.performance().probabilistic(), 3));
        return grid.table();
    }

    private void row(String name, String unit, Function<Policy, String> value) {
        List<Tag> cells = new ArrayList<>(List.of(Tag.of("td", "unit", unit)));
        policies.forEach(policy -> cells.add(Tag.of("td", sheet.css(policy), value.apply(policy))));
        Tag title = Tag.of("th").text(name).add(Tag.of("span", "u", unit.isEmpty() ? "" : " " + unit));
        grid.row("", title, cells);
    }

    private static String percent(OptionalDouble fraction) {
        return Numerals.plain(100 * fraction.orElse(Double.NaN), 1);
    }

    private static String failed(Trading trading) {
        return trading.failed().isPresent() ? Numerals.plain(trading.failed().getAsInt(), 0) : Numerals.UNDEFINED;
    }

    private String beta(Policy policy) {
        return Numerals.plain(
                Regression.of(policy.returns(), hold.returns())
                        .map(line -> OptionalDouble.of(line.beta()))
                        .orElse(OptionalDouble.empty()),
                2);
    }

    private String information(Policy policy) {
        return Numerals.plain(ActiveReturn.of(policy.returns(), hold.returns()).informationRatio(sampling.year()), 2);
    }

    private Tag differences() {
        Grid table = new Grid("kpi vs");
        table.head("Excess of " + sheet.result().strategy().name() + ", bps a month", "")
                .head("at 1× cost", "")
                .head("at 2× cost", "")
                .head("mean and 95% interval, zero in the middle", "forest");
        Forest forest = Forest.of(sheet.result().comparisons());
        for (Comparison comparison : sheet.result().comparisons()) {
            Tag chart = Tag.of("td", "forest").add(forest.chart(comparison));
            table.row(
                    "",
                    Tag.of("th").text("over " + sheet.name(comparison.baseline())),
                    List.of(difference(comparison.single()), difference(comparison.doubled()), chart));
        }
        Tag foot = Tag.of(
                "p",
                "foot",
                "Intervals by 2,000 resamples of the stationary bootstrap. At 2× every trade’s cost, gains by delay aside, is charged once more and"
                        + " baselines pay twice the rate; decisions stay. In the chart: filled at 1×, hollow at 2×.");
        return Tag.of("div").add(table.table(), foot);
    }

    private static Tag difference(Comparison.Difference difference) {
        return Tag.of("td")
                .text(Numerals.signed(difference.mean(), 0) + " ")
                .add(Tag.of("span", "mut", Numerals.interval(difference)));
    }
}
