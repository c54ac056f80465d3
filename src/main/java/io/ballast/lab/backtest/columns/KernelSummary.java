package io.ballast.lab.backtest.columns;

import io.ballast.lab.backtest.judgement.Policy;
import io.ballast.lab.backtest.kernel.KernelResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** An outcome as lines of at most 80 characters, and as a document; both say first which engine it was. */
public final class KernelSummary {
    /** What a reader of other results would look for. */
    private static final List<String> LEFT_OUT = List.of(
            "limits, smallest trades, gas and delay",
            "sixteen of seventeen baselines, and intervals against them",
            "deflated Sharpe ratio and overfitting, although the trial is counted",
            "verdict: run --engine cycle for one");

    private KernelSummary() {}

    /** @param trials of the strategy, this one included */
    public static List<String> lines(KernelOutcome outcome, int trials) {
        List<String> lines = new ArrayList<>();
        lines.add("ENGINE: " + KernelResult.ENGINE);
        lines.add(outcome.title() + " · " + outcome.fills());
        lines.add("data " + outcome.data().grade() + " · " + outcome.times().length + " bars, " + time(outcome, 0)
                + " to " + time(outcome, outcome.times().length - 1));
        Policy own = outcome.own();
        lines.add(row("", brief(outcome.strategy()), "hold"));
        lines.add(row("Return %", number(100 * own.total()), number(100 * outcome.hold())));
        lines.add(row("Max DD %", number(-100 * own.fall().depth()), ""));
        lines.add(row("Sharpe", number(own.performance().sharpe().orElse(Double.NaN)), ""));
        lines.add(row("Turnover x/yr", number(own.trading().turnoverPerYear()), ""));
        lines.add(row("Trades", Integer.toString(own.trading().trades()), ""));
        lines.add(row("Cost %", number(100 * own.trading().cost()), ""));
        lines.add("left out:");
        LEFT_OUT.forEach(what -> lines.add("  " + what));
        lines.add("result " + outcome.hashes().result().substring(0, 16) + " · trials " + trials);
        lines.add("NO VERDICT: the kernel alone supports none");
        return lines;
    }

    private static String brief(String name) {
        return name.length() <= 18 ? name : name.substring(0, 17) + "…";
    }

    private static String time(KernelOutcome outcome, int row) {
        return Instant.ofEpochSecond(outcome.times()[row]).toString();
    }

    private static String row(String label, String own, String hold) {
        return String.format(Locale.ROOT, "%-20s %18s %18s", label, own, hold).stripTrailing();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.2f", value) : "n/a";
    }

    /** Rates are fractions, money is USD, what is undefined is null; only the last value of the curve is in it. */
    public static Map<String, @Nullable Object> document(KernelOutcome outcome, int trials) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("engine", KernelResult.ENGINE);
        all.put("title", outcome.title());
        all.put("strategy", outcome.strategy());
        all.put("from", time(outcome, 0));
        all.put("to", time(outcome, outcome.times().length - 1));
        all.put("bars", outcome.times().length);
        all.put("fills", outcome.fills());
        all.put(
                "data",
                Map.of("grade", outcome.data().grade(), "notes", outcome.data().notes()));
        all.put("verdict", null);
        all.put("leftOut", LEFT_OUT);
        all.put("equity", outcome.own().curve()[outcome.own().curve().length - 1]);
        all.put("metrics", figures(outcome.own()));
        all.put("baselines", List.of(Map.of("name", "hold", "metrics", Map.of("totalReturn", outcome.hold()))));
        all.put("trials", trials);
        all.put("runHash", outcome.runHash().hex());
        all.put("hashes", outcome.hashes().byName());
        return all;
    }

    private static Map<String, @Nullable Object> figures(Policy policy) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        policy.figures().forEach((name, value) -> figures.put(name, orNull(value)));
        return figures;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
