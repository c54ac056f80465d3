package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.TradeRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weights stacked to the whole, with targets and the times of trades. */
final class WeightsPart {
    private static final String ID = "weights";
    private static final String LABEL = "Weights of the portfolio, stacked, percent";
    private static final Scale SHARE = new Scale(0, 100, false);
    private static final int NARROW_POINTS = 150;

    private final Sheet sheet;
    private final List<Line> lines;
    private final List<Integer> rebalances;

    private WeightsPart(Sheet sheet) {
        this.sheet = sheet;
        this.lines = Holdings.of(sheet.run()).lines(sheet);
        this.rebalances = sheet.run().trades().stream()
                .filter(trade -> !trade.failed())
                .map(TradeRecord::row)
                .distinct()
                .toList();
    }

    static Tag of(Sheet sheet) {
        return new WeightsPart(sheet).section();
    }

    private Tag section() {
        Tag plot = Plots.interactive(ID, LABEL, sheet.axis()).add(drawing(Frame.wide(250)), drawing(Frame.narrow(220)));
        Tag figure = Tag.of("figure")
                .add(Plots.readout(ID, sheet.axis(), lines, 1, "%"), plot, Plots.data(ID, lines, 1, "%"));
        boolean aimed = !targets().isEmpty();
        return Section.of(
                ID,
                "Weights",
                List.of((aimed ? "Dashed lines are the targets. " : "The strategy has no fixed targets. ")
                        + "Ticks on top are the " + Numerals.plain(rebalances.size(), 0) + " times it traded."),
                figure);
    }

    private Tag drawing(Frame frame) {
        Tag svg = frame.svg(LABEL).add(Plots.grid(frame, SHARE, Double.NaN, "%"));
        EndLabels labels = new EndLabels();
        double[] below = new double[sheet.axis().times().size()];
        for (Line line : lines.reversed()) {
            double[] above = new double[below.length];
            double[] base = below;
            Arrays.setAll(above, i -> base[i] + line.values()[i]);
            svg.add(band(frame, line.css(), below, above));
            double middle = (below[below.length - 1] + above[below.length - 1]) / 2;
            labels.add(frame.y(SHARE.share(middle)), Tag.of("text", "dl ink", line.name())
                    .add(Tag.of("tspan", "mut", " " + Numerals.plain(line.last(), 1) + "%")));
            below = above;
        }
        return svg.add(targetLines(frame))
                .add(ticks(frame))
                .add(Plots.axis(frame, sheet.axis()))
                .add(labels.tags(frame))
                .add(Plots.crosshair(frame));
    }

    private Tag band(Frame frame, String css, double[] below, double[] above) {
        int every = frame.isNarrow() ? Math.max(1, below.length / NARROW_POINTS) : 1;
        String upper = new Line("", css, above).path(frame, sheet.axis(), SHARE, every);
        StringBuilder lower = new StringBuilder();
        for (int i = below.length - 1; i >= 0; i = i == 0 ? -1 : Math.max(0, i - every)) {
            lower.append('L')
                    .append(Coordinate.of(frame.x(sheet.axis().share(i))))
                    .append(' ')
                    .append(Coordinate.of(frame.y(SHARE.share(below[i]))));
        }
        return Tag.of("path", "st " + css).with("d", upper + lower + "Z");
    }

    private List<Double> targets() {
        return sheet.result().facts().targets();
    }

    private List<Tag> targetLines(Frame frame) {
        List<Tag> tags = new ArrayList<>();
        List<Double> targets = targets();
        double sum = targets.isEmpty() ? 1 : 0;
        for (int asset = targets.size() - 1; asset > 0; asset--) {
            sum += targets.get(asset);
            if (targets.size() <= lines.size()) {
                tags.add(Tag.of("path", "tgt")
                        .with("d", Coordinate.across(frame.left(), frame.right(), frame.y(SHARE.share(100 * sum)))));
            }
        }
        return tags;
    }

    private List<Tag> ticks(Frame frame) {
        StringBuilder path = new StringBuilder();
        rebalances.stream().map(sheet::point).distinct().forEach(point -> path.append(
                Coordinate.down(frame.x(sheet.axis().share(point)), frame.top() - 9, frame.top() - 3)));
        return path.isEmpty() ? List.of() : List.of(Tag.of("path", "tk d").with("d", path));
    }
}
