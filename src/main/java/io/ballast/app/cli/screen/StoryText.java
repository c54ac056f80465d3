package io.ballast.app.cli.screen;

import io.ballast.act.journal.CandidateRecord;
import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.DropRecord;
import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.LegRecord;
import io.ballast.act.risk.LimitCheck;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.market.FeedPrice;
import io.ballast.think.model.ActionScore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A decision in words: what was seen, what could have been done, what the limits said, what was sent and what came of it. */
public final class StoryText {
    private final DecisionStory story;
    private final List<String> lines = new ArrayList<>();
    private String intent = "";

    private StoryText(DecisionStory story) {
        this.story = story;
    }

    public static List<String> lines(DecisionStory story) {
        StoryText text = new StoryText(story);
        story.entries().forEach(text::entry);
        if (story.entries().size() == 1) {
            text.lines.add("Nothing was sent.");
        }
        return text.lines;
    }

    private void entry(JournalEntry entry) {
        if (entry.event() instanceof DecisionMade made) {
            if (made.confirmation()) {
                again(made);
            } else {
                decision(made);
            }
        } else {
            event(entry);
        }
    }

    private void decision(DecisionMade made) {
        lines.add("DECISION " + made.decisionId() + " at block " + made.block().number() + " ("
                + made.block().timestamp() + ")");
        lines.add("chose    " + made.choice().label() + ": " + made.reason());
        seen(made);
        scorer(made);
        lines.add("");
        int width = made.candidates().stream()
                        .mapToInt(c -> c.label().length())
                        .max()
                        .orElse(0)
                + 2;
        lines.add(Columns.left("  candidates", width) + Columns.right("edge bps (low)", 16)
                + Columns.right("cost USD", 10) + "  verdict");
        for (int i = 0; i < made.candidates().size(); i++) {
            lines.add(candidate(made.candidates().get(i), i == made.chosen(), width));
        }
        made.dropped().forEach(dropped -> lines.add(dropped(dropped, width)));
        made.legs().forEach(leg -> lines.addAll(leg(leg)));
        lines.add("");
    }

    private void again(DecisionMade made) {
        lines.add("DECIDED AGAIN at block " + made.block().number() + ": "
                + made.choice().label() + ": " + made.reason());
        intent = "";
    }

    private void seen(DecisionMade made) {
        List<FeedPrice> prices = made.inputs().prices();
        lines.add("prices   "
                + prices.stream()
                        .map(price ->
                                price.token() + " " + Figures.cents(price.price()) + (price.stale() ? " STALE" : ""))
                        .collect(Collectors.joining(" · ")));
        lines.add("held     "
                + made.inputs().balances().stream().map(Figures::amount).collect(Collectors.joining(" · ")));
        lines.add("market   " + made.inputs().pools().size() + " pools, "
                + made.inputs().window().times().size() + " closed bars, base fee " + Figures.gwei(made.baseFee()));
    }

    private void scorer(DecisionMade made) {
        String model = made.modelSha256().isEmpty() ? "" : ", model sha256 " + made.modelSha256();
        lines.add("scorer   " + made.scorer() + model);
        lines.add("hashes   block " + made.block().hash());
        lines.add("         config " + made.configHash());
        lines.add("         inputs " + made.inputsHash());
    }

    private static String candidate(CandidateRecord candidate, boolean chosen, int width) {
        String score = candidate.score().map(StoryText::score).orElseGet(() -> rule(candidate));
        return Columns.left((chosen ? "▶ " : "  ") + candidate.label(), width)
                + Columns.right(score, 16)
                + Columns.right(Figures.cents(candidate.cost().total()), 10) + "  " + candidate.verdict();
    }

    private static String dropped(DropRecord dropped, int width) {
        String detail = dropped.detail().isEmpty() ? "" : ": " + dropped.detail();
        return Columns.left("× " + dropped.label(), width) + Columns.right("", 26) + "  "
                + dropped.reason().words() + detail;
    }

    private static List<String> leg(LegRecord leg) {
        String sandwich = leg.sandwichProfit()
                .map(profit -> "a sandwich could earn " + Figures.amount(profit) + " before gas")
                .orElse("no sandwich pays its gas");
        return List.of(
                "leg      " + Figures.amount(leg.amountIn()) + " → " + Figures.amount(leg.amountOut()) + ", "
                        + leg.route(),
                "         " + sandwich);
    }

    private static String score(ActionScore score) {
        String edge = Figures.score(score.edge());
        return score.deviation() == 0 ? edge : edge + " (" + Figures.score(score.low()) + ")";
    }

    private static String rule(CandidateRecord candidate) {
        return candidate.ruleEdge().isPresent()
                ? Figures.score(candidate.ruleEdge().getAsDouble())
                : "n/a";
    }

    private void event(JournalEntry entry) {
        String about = DecisionStory.intent(entry.event());
        if (!about.equals(intent)) {
            lines.add("INTENT " + about);
            intent = about;
        }
        lines.add("  " + Columns.left(entry.type(), 16)
                + EventWords.of(entry.event()).replaceFirst("^" + Pattern.quote(about) + " ", ""));
        switch (entry.event()) {
            case GateJudged judged -> judged.checks().forEach(this::check);
            case IntentMined mined -> fill(mined);
            default -> {}
        }
    }

    private void check(LimitCheck check) {
        String used = check.usedPercent() == 0 ? "" : check.usedPercent() + "%";
        lines.add("    " + (check.passed() ? "pass " : "FAIL ")
                + Columns.left(LimitWords.of(check.code().name()), 22) + Columns.right(used, 5) + "  "
                + check.figures());
    }

    private void fill(IntentMined mined) {
        lines.add("    transaction " + mined.txHash());
        story.quoted(mined.intentId()).ifPresent(quoted -> lines.add("    " + against(quoted, mined)));
    }

    private static String against(TokenAmount quoted, IntentMined mined) {
        BigInteger difference = mined.amountOut().raw().subtract(quoted.raw());
        if (difference.signum() == 0) {
            return "filled exactly as quoted";
        }
        String strangers = mined.strangers().isEmpty()
                ? "no swap of others explains it"
                : "after " + mined.strangers().stream().map(Object::toString).collect(Collectors.joining(", "));
        return String.format("%+d smallest units against the quote; %s", difference, strangers);
    }
}
