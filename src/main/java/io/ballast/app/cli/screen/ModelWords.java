package io.ballast.app.cli.screen;

import io.ballast.think.model.ModelCard;
import io.ballast.think.model.TestMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A model's card in words. */
public final class ModelWords {
    private ModelWords() {}

    /** Whether the model may rank, in one line. */
    public static String gate(ModelCard card) {
        return (card.gate().passed() ? "gate passed: " : "gate FAILED, may only veto: ")
                + card.gate().verdict();
    }

    /** What a trader should know before trusting it. */
    public static List<String> lines(ModelCard card, String sha256) {
        List<String> lines = new ArrayList<>();
        lines.add("MODEL " + card.name() + " · " + card.notice());
        lines.add("sha256     " + sha256);
        lines.add("trained    " + card.trainedAt() + " with " + card.library());
        lines.add("data       " + card.training().market() + ", "
                + card.training().bars() + " bars of " + card.training().timeframe() + ", seeds "
                + card.training().historySeeds());
        lines.add("           sha256 " + card.training().dataSha256());
        lines.add("rows       " + card.training().rows() + " candidates of "
                + card.training().decisions() + " decisions");
        lines.add("inputs     " + card.features().size() + " features a candidate, hash " + card.featureHash());
        lines.add("ensemble   " + card.members().size() + " networks");
        lines.addAll(metrics(card.metrics()));
        lines.add(gate(card));
        card.gate().failures().forEach(failure -> lines.add("  " + failure));
        return lines;
    }

    private static List<String> metrics(TestMetrics metrics) {
        return List.of(
                "vs hold    " + bps(metrics.overHold()) + " " + interval(metrics.overHoldInterval())
                        + " bps a decision, 95 % interval, " + metrics.decisions() + " decisions out of sample",
                "vs band    " + bps(metrics.overBand()) + " " + interval(metrics.overBandInterval()) + " bps",
                "2x cost    " + bps(metrics.overHoldAtDoubleCost()) + " bps over hold",
                "trades     in " + Math.round(metrics.tradeShare() * 100) + " % of decisions, "
                        + Math.round(metrics.hitRate() * 100) + " % of them beat hold");
    }

    private static String bps(double value) {
        return String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }

    private static String interval(TestMetrics.Interval interval) {
        return "[" + bps(interval.low()) + ", " + bps(interval.high()) + "]";
    }
}
