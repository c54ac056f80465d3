package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.DecisionRecord;
import io.ballast.lab.backtest.DecisionRecord.Option;
import io.ballast.lab.backtest.TradeRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** One decision: a row that opens to all its candidates. */
final class DecisionEntry {
    private static final double HALF = 42;

    /** Scores beyond this many times the chosen one would hide all others. */
    private static final double FAR = 20;

    private DecisionEntry() {}

    static Tag of(Sheet sheet, DecisionRecord decision, List<TradeRecord> trades, boolean open) {
        Tag details = Tag.of("details", decision.chosen() == 0 ? "dec held" : "dec");
        if (open) {
            details.with("open", "");
        }
        return details.add(
                summary(sheet, decision, trades),
                Tag.of("div", "in")
                        .add(Tag.of("p")
                                .add(Tag.of("b").text("Why: "))
                                .text(decision.reason()))
                        .add(candidates(decision)));
    }

    private static Tag summary(Sheet sheet, DecisionRecord decision, List<TradeRecord> trades) {
        Option chosen = decision.options().get(decision.chosen());
        double traded = trades.stream()
                .filter(trade -> !trade.failed())
                .mapToDouble(TradeRecord::notional)
                .sum();
        double cost = trades.stream().mapToDouble(trade -> trade.cost().total()).sum();
        return Tag.of("summary")
                .add(
                        Tag.of("span", "no", Integer.toString(decision.number())),
                        Tag.of("span", "t", Axis.minute(Instant.ofEpochSecond(sheet.run().times()[decision.row()]))),
                        Tag.of("span", "act", chosen.label() + (trades.stream().anyMatch(TradeRecord::failed) ? " (failed)" : "")),
                        Tag.of("span", "r", trades.isEmpty() ? "" : Numerals.plain(traded, 0)),
                        Tag.of("span", "r", trades.isEmpty() ? "" : Numerals.plain(cost, 2)),
                        Tag.of("span", "r", score(chosen.score())));
    }

    private static String score(OptionalDouble value) {
        return value.isPresent() ? Numerals.signed(value.getAsDouble(), 2) : Numerals.UNDEFINED;
    }

    private static Tag candidates(DecisionRecord decision) {
        Grid grid = new Grid("cand")
                .head("Candidate", "")
                .head("Score, bps", "r")
                .head("At least, bps", "r")
                .head("", "bars")
                .head("Cost, USD", "r")
                .head("Verdict", "v");
        double reach = reach(decision);
        for (int i = 0; i < decision.options().size(); i++) {
            Option option = decision.options().get(i);
            boolean chosen = i == decision.chosen();
            grid.row(
                    chosen ? "chosen" : option.verdict().toLowerCase(Locale.ROOT).startsWith("refused") ? "limit" : "",
                    Tag.of("th").text((chosen ? "▶ " : "") + option.label()),
                    List.of(
                            Tag.of("td", "r", score(option.score())),
                            Tag.of("td", "r", score(option.low())),
                            Tag.of("td", "bars").add(bar(option.score(), reach)),
                            Tag.of("td", "r", Numerals.plain(option.cost(), 2)),
                            Tag.of("td", "v", option.verdict())));
        }
        return grid.table();
    }

    /** Greatest score that the bars show. */
    private static double reach(DecisionRecord decision) {
        double own = Math.abs(decision.options().get(decision.chosen()).score().orElse(0));
        double bound = FAR * Math.max(own, 0.1);
        return decision.options().stream()
                .mapToDouble(option -> Math.abs(option.score().orElse(0)))
                .filter(score -> score <= bound)
                .max()
                .orElse(1);
    }

    private static Tag bar(OptionalDouble score, double reach) {
        if (score.isEmpty()) {
            return Tag.of("span", "mut", Numerals.UNDEFINED);
        }
        if (Math.abs(score.getAsDouble()) > reach) {
            return Tag.of("span", "mut", "off scale");
        }
        double length = HALF * Math.abs(score.getAsDouble()) / Math.max(reach, 1e-12);
        double left = score.getAsDouble() < 0 ? HALF - length : HALF;
        return Tag.of("i", score.getAsDouble() < 0 ? "bar neg" : "bar")
                .with("style", "left:" + Coordinate.of(left) + "px;width:" + Coordinate.of(length) + "px");
    }
}
