package io.ballast.lab.backtest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names at the right ends of lines, pushed apart where they would overlap. */
final class EndLabels {
    private static final double APART = 15;
    private static final double BASE = 4;

    private record Place(double y, Tag label) {}

    private final List<Place> places = new ArrayList<>();

    /** @param label an SVG text without a place */
    void add(double y, Tag label) {
        places.add(new Place(y, label));
    }

    List<Tag> tags(Frame frame) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparingDouble(Place::y));
        double lowest = frame.bottom();
        double[] ys = sorted.stream().mapToDouble(Place::y).toArray();
        for (int i = 1; i < ys.length; i++) {
            ys[i] = Math.max(ys[i], ys[i - 1] + APART);
        }
        double over = ys.length == 0 ? 0 : Math.max(0, ys[ys.length - 1] - lowest);
        for (int i = ys.length - 1; i >= 0 && over > 0; i--) {
            ys[i] -= over;
            over = i == 0 ? 0 : Math.max(0, ys[i - 1] + APART - ys[i]);
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < ys.length; i++) {
            tags.add(sorted.get(i)
                    .label()
                    .with("x", Coordinate.of(frame.right() + 8))
                    .with("y", Coordinate.of(ys[i] + BASE)));
        }
        return tags;
    }
}
