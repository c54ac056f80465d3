package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.BacktestResult;
import io.ballast.lab.backtest.judgement.Comparison;
import io.ballast.lab.backtest.judgement.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verdict in prose, from the figures alone. */
record Sentences(Sheet sheet) {

    /** What it is, in bold. */
    String headline() {
        return capital(sheet.result().sentence().split("; ", 2)[0]) + ".";
    }

    /** Why, and what follows. */
    List<String> reasons() {
        BacktestResult result = sheet.result();
        Policy own = result.strategy();
        Policy best = result.best();
        List<String> sentences = new ArrayList<>();
        sentences.add(own.name() + " returned " + Numerals.percent(own.total(), 1) + " against "
                + Numerals.percent(best.total(), 1) + " for " + sheet.name(best) + ", the best of the simple baselines: "
                + excess(result.againstBest()) + " a month.");
        result.comparisons().stream()
                .filter(comparison -> !comparison.baseline().equals(result.bestName()))
                .forEach(comparison -> sentences.add("Against " + sheet.name(comparison.baseline()) + " it is "
                        + excess(comparison) + "."));
        sentences.add(zeros(result.comparisons()));
        sentences.add(falls(own, best));
        String[] parts = result.sentence().split("; ", 2);
        if (parts.length > 1) {
            sentences.add(capital(parts[1]) + ".");
        }
        return sentences;
    }

    private static String excess(Comparison comparison) {
        return Numerals.signed(comparison.single().mean(), 0) + " bps " + Numerals.interval(comparison.single());
    }

    private static String zeros(List<Comparison> comparisons) {
        long all = comparisons.size();
        long zero = comparisons.stream()
                .filter(c -> !c.single().above() && !c.single().below())
                .count();
        return zero == all
                ? "All " + all + " intervals contain zero."
                : zero == 0 ? "No interval contains zero." : zero + " of " + all + " intervals contain zero.";
    }

    private String falls(Policy own, Policy best) {
        double depth = own.fall().depth();
        double other = best.fall().depth();
        String compared = depth > other ? "less than" : depth < other ? "more than" : "as much as";
        return "It fell " + compared + " " + sheet.name(best) + " (" + Numerals.percent(depth, 1) + " against "
                + Numerals.percent(other, 1) + ")" + unrest(own, best) + ".";
    }

    private static String unrest(Policy own, Policy best) {
        double ratio = own.performance().volatility().orElse(Double.NaN)
                        / best.performance().volatility().orElse(Double.NaN)
                - 1;
        if (!Double.isFinite(ratio) || Math.abs(ratio) < 0.005) {
            return "";
        }
        return ", with " + String.format(Locale.ROOT, "%.0f%%", Math.abs(100 * ratio)) + (ratio < 0 ? " less" : " more")
                + " volatility";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
