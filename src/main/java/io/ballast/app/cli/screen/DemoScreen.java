package io.ballast.app.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** The demo's screen: header, weights, decision, transactions, keys. A pure function of the view and the room there is. */
public final class DemoScreen {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 110;

    private DemoScreen() {}

    /**
     * @param columns room in characters
     * @param rows room in lines; the candidates give way first
     */
    public static List<String> render(DemoView view, int columns, int rows, Paint paint) {
        int width = Math.clamp(columns - 1, NARROWEST, WIDEST);
        List<String> header = HeaderPart.lines(view, width, paint);
        List<String> weights = WeightsPart.lines(view, width, paint);
        List<String> transactions = TransactionsPart.lines(view, width, paint);
        List<String> keys = List.of(keys(view, width, paint));
        int room = Math.max(4, rows - header.size() - weights.size() - transactions.size() - keys.size());
        List<String> decision = DecisionPart.lines(view, width, room, paint);
        return stacked(List.of(header, weights, decision, transactions, keys), rows);
    }

    /** Sections below each other, with an empty line between them where all of them fit. */
    private static List<String> stacked(List<List<String>> sections, int rows) {
        boolean airy = sections.stream().mapToInt(List::size).sum() + sections.size() - 1 <= rows;
        List<String> lines = new ArrayList<>();
        for (List<String> section : sections) {
            if (airy && !lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(section);
        }
        return lines.size() <= rows ? lines : lines.subList(0, rows);
    }

    private static String keys(DemoView view, int width, Paint paint) {
        String explain = view.explain() ? "[e] less" : "[e]xplain";
        Line line = new Line(width).add("[h]alt " + explain + " [q]uit", paint::quiet);
        return view.wish().isEmpty()
                ? line.end()
                : line.add("  ").add(view.wish(), paint::warning).end();
    }
}
