package io.ballast.lab.backtest.lookahead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An analysis for people and for programs. */
public final class LookaheadDocument {
    private static final int LONGEST = 160;

    private LookaheadDocument() {}

    /** Times are ISO 8601 in UTC; {@code moved} is null if every decision held. */
    public static Map<String, @Nullable Object> of(String title, LookaheadResult result) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("title", title);
        all.put("held", result.held());
        all.put("decisions", result.decisions());
        all.put("cuts", result.cuts().stream().map(LookaheadDocument::cut).toList());
        all.put("moved", result.first().map(LookaheadDocument::moved).orElse(null));
        return all;
    }

    private static Map<String, Object> cut(Cut cut) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", cut.time().toString());
        fields.put("future", cut.future().name());
        fields.put("decisions", cut.decisions());
        fields.put("held", cut.held());
        return fields;
    }

    private static Map<String, Object> moved(Moved moved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", moved.known().decision());
        fields.put("time", moved.time().toString());
        fields.put("cut", moved.cut().toString());
        fields.put("future", moved.future().name());
        fields.put("known", choice(moved.known()));
        fields.put("changed", choice(moved.changed()));
        fields.put("inputs", moved.inputs());
        fields.put("source", moved.source());
        return fields;
    }

    private static Map<String, Object> choice(Choice choice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", choice.action());
        fields.put("reason", choice.reason());
        fields.put("options", choice.options().lines().toList());
        return fields;
    }

    /** A line for what was tried, and a few for what moved. */
    public static List<String> lines(String title, LookaheadResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(title + " · " + result.decisions() + " decisions · "
                + result.cuts().size() / 2 + " cuts, each with another future and with none");
        result.first().ifPresent(moved -> lines.addAll(lines(moved)));
        long moved = result.cuts().stream().filter(cut -> !cut.held()).count();
        lines.add(
                result.held()
                        ? "HELD: no decision up to a cut depends on what comes after it"
                        : "MOVED: " + moved + " of " + result.cuts().size() + " runs decided otherwise before the cut");
        return lines;
    }

    private static List<String> lines(Moved moved) {
        return List.of(
                "first: decision " + moved.known().decision() + " of " + moved.time() + ", cut at " + moved.cut() + ", "
                        + moved.future().words(),
                "  as it is: "
                        + shortened(
                                moved.known().action() + " · " + moved.known().reason()),
                "  changed:  "
                        + shortened(moved.changed().action() + " · "
                                + moved.changed().reason()),
                "  " + difference(moved),
                "  " + moved.source());
    }

    /** Where action and reason are the same, what of the options differs. */
    private static String difference(Moved moved) {
        List<String> known = moved.known().options().lines().toList();
        List<String> changed = moved.changed().options().lines().toList();
        for (int i = 0; i < Math.min(known.size(), changed.size()); i++) {
            if (!known.get(i).equals(changed.get(i))) {
                return "option " + (i + 1) + ": " + shortened(known.get(i)) + " → " + shortened(changed.get(i));
            }
        }
        return known.size() + " options → " + changed.size();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
