package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.DecisionRecord;
import io.ballast.lab.backtest.TradeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was decided, and why not something else: every decision that acted, and why the others did not. */
final class DecisionsPart {
    private static final int MOST = 500;
    private static final int MOST_REASONS = 8;

    private final Sheet sheet;
    private final Map<Integer, List<TradeRecord>> trades;
    private final List<DecisionRecord> all;

    private DecisionsPart(Sheet sheet) {
        this.sheet = sheet;
        this.all = sheet.run().decisions();
        this.trades = sheet.run().trades().stream()
                .collect(Collectors.groupingBy(TradeRecord::decision, HashMap::new, Collectors.toList()));
    }

    static Tag of(Sheet sheet) {
        return new DecisionsPart(sheet).section();
    }

    private Tag section() {
        List<DecisionRecord> listed = listed();
        List<Tag> content = new ArrayList<>();
        if (all.isEmpty()) {
            content.add(Tag.of("p", "none", "The run recorded no decisions."));
        } else {
            content.add(head());
            boolean open = true;
            for (DecisionRecord decision : listed) {
                boolean acted = decision.chosen() != 0;
                content.add(DecisionEntry.of(
                        sheet, decision, trades.getOrDefault(decision.number(), List.of()), open && acted));
                open = open && !acted;
            }
            content.addAll(held(listed));
        }
        return Section.of("decisions", "Decisions", notes(listed), content.toArray(Tag[]::new));
    }

    /** All of them if they are few enough; else those that acted, the newest if these are too many as well. */
    private List<DecisionRecord> listed() {
        List<DecisionRecord> listed = all.size() <= MOST
                ? all
                : all.stream().filter(decision -> decision.chosen() != 0).toList();
        return listed.subList(Math.max(0, listed.size() - MOST), listed.size());
    }

    private List<String> notes(List<DecisionRecord> listed) {
        double acted = all.stream().filter(decision -> decision.chosen() != 0).count();
        List<String> notes = new ArrayList<>();
        notes.add(Numerals.plain(all.size(), 0) + " decisions recorded; " + Numerals.plain(acted, 0) + " acted, the rest held.");
        if (listed.size() < all.size()) {
            notes.add(Numerals.plain(listed.size(), 0) + " are listed: those that acted"
                    + (listed.size() < acted ? ", the newest of them" : "")
                    + ". --export decisions writes every one with all its candidates.");
        }
        notes.add("Open a row for every candidate and why it won or lost.");
        return notes;
    }

    private static Tag head() {
        return Tag.of("div", "dhead")
                .add(
                        Tag.of("span").text("#"),
                        Tag.of("span").text("UTC"),
                        Tag.of("span").text("Action"),
                        Tag.of("span", "r", "Traded USD"),
                        Tag.of("span", "r", "Cost USD"),
                        Tag.of("span", "r", "Score bps"));
    }

    /** Why the decisions that are not listed held, by how often. */
    private List<Tag> held(List<DecisionRecord> listed) {
        if (listed.size() == all.size()) {
            return List.of();
        }
        Map<String, Long> reasons = all.stream()
                .filter(decision -> decision.chosen() == 0)
                .collect(Collectors.groupingBy(DecisionRecord::reason, Collectors.counting()));
        Grid grid = new Grid("kpi cost", "Why the others held", "Times");
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REASONS)
                .forEach(entry -> grid.row("", entry.getKey(), Numerals.plain(entry.getValue(), 0)));
        return List.of(grid.table());
    }
}
