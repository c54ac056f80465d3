package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.CapacityCurve;
import io.ballast.base.metric.Interval;
import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.judgement.Comparison.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A result in a dozen lines of at most 80 characters; what is undefined is {@code n/a}. */
public final class Summary {
    private static final int WIDTH = 80;
    private static final int LABEL = 20;
    private static final int COLUMN = 14;
    private static final int NARROW = 12;
    private static final String DOT = " · ";

    private Summary() {}

    /** The strategy beside the three baselines that matter, the doubts, and the verdict. */
    public static List<String> of(BacktestResult result) {
        return of(result, result.principal().stream().map(Policy::name).toList());
    }

    /**
     * The same beside other baselines: which of them it has to beat does not depend on which are shown.
     *
     * @param shown names, at most four; unknown ones are left out
     */
    public static List<String> of(BacktestResult result, List<String> shown) {
        List<String> lines = new ArrayList<>(head(result));
        List<Policy> policies = new ArrayList<>(List.of(result.strategy()));
        shown.forEach(name -> result.baselines().stream()
                .filter(policy -> policy.name().equals(name))
                .forEach(policies::add));
        lines.add(row("", policies, policy -> shortName(policy.name())));
        lines.add(row("Return %", policies, policy -> number(100 * policy.total(), 1)));
        lines.add(row(
                "Max DD % / days",
                policies,
                policy -> number(-100 * policy.fall().depth(), 1) + "/"
                        + number(policy.fall().longestDays(), 0)));
        lines.add(row("Sharpe", policies, policy -> number(policy.performance().sharpe(), 2)));
        lines.add(
                row("Turnover x/yr", policies, policy -> number(policy.trading().turnoverPerYear(), 1)));
        lines.add(row("Trades / failed", policies, Summary::trades));
        lines.add(row(
                "Cost %", policies, policy -> number(100 * policy.trading().cost(), 2)));
        lines.add(split(result));
        lines.add(against(result));
        lines.add(doubts(result));
        result.run().halted().ifPresent(lines::add);
        lines.add("VERDICT: " + result.sentence());
        return lines.stream().flatMap(line -> wrapped(line).stream()).toList();
    }

    private static List<String> head(BacktestResult result) {
        RunFacts facts = result.facts();
        String error = facts.simulatorError()
                .map(found -> "p99 " + number(found.p99(), 1) + " bps")
                .orElse("not measured");
        return wrapped(String.join(
                DOT,
                facts.title(),
                facts.fills().model(),
                "data " + facts.data().grade(),
                "sim error " + error));
    }

    private static List<String> wrapped(String line) {
        List<String> lines = new ArrayList<>();
        String left = line;
        while (left.length() > WIDTH) {
            int space = left.lastIndexOf(' ', WIDTH);
            int cut = space <= 0 ? WIDTH : space;
            lines.add(left.substring(0, cut));
            left = "  " + left.substring(cut).stripLeading();
        }
        lines.add(left);
        return lines;
    }

    private static String row(String label, List<Policy> policies, Function<Policy, String> value) {
        StringBuilder line = new StringBuilder(label + " ".repeat(LABEL - label.length()));
        int column = LABEL + policies.size() * COLUMN <= WIDTH ? COLUMN : NARROW;
        policies.forEach(policy -> {
            String text = value.apply(policy);
            String cut = text.length() < column ? text : text.substring(0, column - 2) + "…";
            line.append(" ".repeat(column - cut.length())).append(cut);
        });
        return line.toString();
    }

    private static String shortName(String name) {
        String plain = name.equals("equal-weight") ? "1/N" : name;
        return plain.length() < COLUMN ? plain : plain.substring(0, COLUMN - 2) + "…";
    }

    private static String trades(Policy policy) {
        Trading trading = policy.trading();
        return trading.trades()
                + (trading.failed().isPresent() ? "/" + trading.failed().getAsInt() : "");
    }

    private static String split(BacktestResult result) {
        CostSplit costs = result.run().costs();
        double share = 100 / result.facts().capital();
        return String.join(
                "/",
                " fee/impact/gas/delay/MEV/basis  " + number(share * costs.fee(), 2),
                number(share * costs.impact(), 2),
                number(share * costs.gas(), 2),
                number(share * costs.delay(), 2),
                number(share * costs.mev(), 2),
                number(share * costs.basis(), 2));
    }

    private static String against(BacktestResult result) {
        Comparison best = result.againstBest();
        return "vs " + shortName(best.baseline()) + " 1x cost: "
                + signed(best.single().mean()) + " bps/mo " + interval(best.single()) + "; 2x: "
                + signed(best.doubled().mean()) + " " + interval(best.doubled());
    }

    private static String interval(Difference difference) {
        return difference.interval().map(Summary::interval).orElse("[n/a]");
    }

    private static String interval(Interval interval) {
        return "[" + signed(interval.low()) + "," + signed(interval.high()) + "]";
    }

    private static String doubts(BacktestResult result) {
        Doubts doubts = result.doubts();
        String trials = doubts.trials() + (doubts.trials() == 1 ? " trial" : " trials");
        String overfitting = doubts.overfitting()
                .map(found -> DOT + "PBO " + number(found.probability(), 2))
                .orElse("");
        String capacity = result.capacity().map(Summary::capacity).orElse("capacity not measured");
        return "DSR " + number(doubts.deflated(), 2) + " (" + trials + ")" + overfitting + DOT + capacity;
    }

    private static String capacity(CapacityCurve curve) {
        if (curve.halvesAt().isPresent()) {
            return "edge halves at " + number(curve.halvesAt().getAsDouble() / 1e6, 2) + "M USD";
        }
        return curve.points().getFirst().edge() > 0
                ? "edge holds up to " + number(curve.points().getLast().capital() / 1e6, 1) + "M USD"
                : "no edge to halve";
    }

    private static String signed(double value) {
        String text = number(value, 0);
        return text.startsWith("-") || text.equals("0") ? text : "+" + text;
    }

    private static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? number(value.getAsDouble(), decimals) : "n/a";
    }

    private static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "n/a";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }
}
