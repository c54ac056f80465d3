package io.ballast.app.cli.screen;

import io.ballast.base.units.Usd;
import io.ballast.lab.demo.DemoSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The summary at the end of a demo, against buy-and-hold. */
public final class DemoResult {
    private DemoResult() {}

    public static List<String> lines(DemoSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("SUMMARY  " + summary.cycles() + " cycles, seed " + summary.seed()
                + " · DEVNET, synthetic market: not evidence");
        lines.add("NAV      " + Figures.cents(summary.nav().start()) + " → "
                + Figures.cents(summary.nav().end()) + " USD ("
                + growth(summary.nav().start(), summary.nav().end()) + ")");
        lines.add("hold     " + Figures.cents(summary.nav().hold()) + " USD; the agent ended "
                + Figures.change(summary.nav().end().minus(summary.nav().hold())) + " USD against it");
        lines.add("swaps    " + swaps(summary));
        lines.add("limits   " + limits(summary));
        lines.add("scorer   " + summary.model().name() + " "
                + Figures.brief(summary.model().sha256()));
        lines.add("latency  " + latency(summary));
        lines.add("checked  balances "
                + (summary.reconciled() ? "equal the chain's to the wei" : "DIFFER FROM THE CHAIN'S")
                + " · allowances at rest " + summary.allowancesAtRest());
        lines.add("journal  " + (summary.journal().ok() ? "chain intact" : "CHAIN BROKEN") + ", "
                + summary.journal().entries() + " entries: " + summary.journal().path());
        return lines;
    }

    private static String growth(Usd from, Usd to) {
        return String.format(Locale.ROOT, "%+.2f%%", to.minus(from).over(from).movePointRight(2))
                .replace('-', '−');
    }

    private static String swaps(DemoSummary summary) {
        List<DemoSummary.Swap> swaps = summary.swaps();
        long succeeded = swaps.stream().filter(swap -> swap.status() == 1).count();
        long exact = swaps.stream()
                .filter(swap -> swap.amountOut().equals(swap.quotedOut()))
                .count();
        long explained = swaps.stream()
                .filter(swap -> !swap.amountOut().equals(swap.quotedOut())
                        && !swap.strangers().isEmpty())
                .count();
        return swaps.size() + " mined, " + succeeded + " with status 1, " + exact + " filled as quoted to the unit"
                + (explained == 0 ? "" : ", " + explained + " after a swap of others in between");
    }

    private static String limits(DemoSummary summary) {
        return summary.limits().entrySet().stream()
                .filter(limit -> !LimitWords.isOfOurOwnMaking(limit.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(most -> "nearest was " + LimitWords.of(most.getKey()) + " at " + most.getValue() + "%")
                .orElse("nothing came before them");
    }

    private static String latency(DemoSummary summary) {
        return summary.latency().samples() == 0
                ? "not measured: nothing was sent"
                : "head to accepted p50 " + millis(summary.latency().p50Micros()) + ", p99 "
                        + millis(summary.latency().p99Micros()) + "; the same calls bare: p50 "
                        + millis(summary.latency().floorP50Micros()) + ", p99 "
                        + millis(summary.latency().floorP99Micros());
    }

    private static String millis(long micros) {
        return BigDecimal.valueOf(micros)
                        .movePointLeft(3)
                        .round(new MathContext(3))
                        .toPlainString() + " ms";
    }
}
