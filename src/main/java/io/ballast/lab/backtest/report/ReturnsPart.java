package io.ballast.lab.backtest.report;

import io.ballast.base.metric.ReturnSeries;
import io.ballast.lab.backtest.judgement.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How returns are distributed: bars for the strategy, an outline for the best baseline. */
final class ReturnsPart {
    private static final int BINS = 40;
    private static final double DEVIATIONS = 4;

    private final Sheet sheet;
    private final double width;
    private final int[] own;
    private final int[] other;
    private final int most;

    private ReturnsPart(Sheet sheet) {
        this.sheet = sheet;
        ReturnSeries returns = sheet.result().strategy().returns();
        double reach = DEVIATIONS * Math.max(1e-6, returns.moments().deviation().orElse(0.01));
        this.width = 2 * reach / BINS;
        this.own = counts(returns);
        this.other = counts(sheet.result().best().returns());
        this.most = Math.max(
                Arrays.stream(own).max().orElse(1), Arrays.stream(other).max().orElse(1));
    }

    /** Bins to either side of zero; what lies farther out is in the outermost ones. */
    private int[] counts(ReturnSeries returns) {
        int[] counts = new int[BINS];
        for (double value : returns.toArray()) {
            int bin = (int) Math.floor(value / width) + BINS / 2;
            counts[Math.max(0, Math.min(BINS - 1, bin))]++;
        }
        return counts;
    }

    static Tag of(Sheet sheet) {
        ReturnsPart part = new ReturnsPart(sheet);
        String title = "Returns of " + sheet.periods();
        return Section.of(
                "returns",
                title,
                part.notes(),
                Tag.of("figure").add(part.drawing(Frame.wide(230)), part.drawing(Frame.narrow(200))));
    }

    private List<String> notes() {
        Policy policy = sheet.result().strategy();
        return List.of(
                "Number by size, in steps of " + Numerals.plain(100 * width, 2)
                        + "%. The outermost bars hold all that lies farther out. Filled: the strategy; outline: "
                        + sheet.name(sheet.result().best()) + ".",
                "One in twenty was worse than "
                        + percent(policy.performance().valueAtRisk().orElse(Double.NaN))
                        + "; the mean of these is "
                        + percent(policy.performance().expectedShortfall().orElse(Double.NaN)) + ".",
                "Skewness " + Numerals.plain(policy.returns().moments().sampleSkewness(), 2) + ", excess kurtosis "
                        + Numerals.plain(policy.returns().moments().sampleExcessKurtosis(), 1) + ".");
    }

    private static String percent(double fraction) {
        return Numerals.percent(fraction, 1);
    }

    private Tag drawing(Frame frame) {
        Scale scale = new Scale(0, 1.06 * most, false);
        Tag svg = frame.svg("Distribution of returns").add(Plots.grid(frame, scale, 0, ""));
        for (int bin = 0; bin < BINS; bin++) {
            double top = frame.y(scale.share(own[bin]));
            svg.add(Tag.of("rect", "bar")
                    .with("x", Coordinate.of(x(frame, bin) + 0.5))
                    .with("y", Coordinate.of(top))
                    .with("width", Coordinate.of(x(frame, bin + 1) - x(frame, bin) - 1))
                    .with("height", Coordinate.of(frame.bottom() - top)));
        }
        return svg.add(outline(frame, scale)).add(marks(frame)).add(names(frame, scale));
    }

    private static double x(Frame frame, double bin) {
        return frame.x(bin / BINS);
    }

    private Tag outline(Frame frame, Scale scale) {
        StringBuilder path = new StringBuilder("M" + Coordinate.of(frame.left()) + " " + Coordinate.of(frame.bottom()));
        for (int bin = 0; bin < BINS; bin++) {
            path.append('V').append(Coordinate.of(frame.y(scale.share(other[bin]))));
            path.append('H').append(Coordinate.of(x(frame, bin + 1)));
        }
        return Tag.of("path", "l " + sheet.css(sheet.result().best()))
                .with("d", path + "V" + Coordinate.of(frame.bottom()));
    }

    private List<Tag> marks(Frame frame) {
        List<Tag> tags = new ArrayList<>();
        double reach = width * BINS / 2;
        Scale scale = new Scale(-100 * reach, 100 * reach, false);
        for (double tick : scale.ticks()) {
            double x = frame.x(scale.share(tick));
            tags.add(Tag.of("path", "tk").with("d", Coordinate.down(x, frame.bottom(), frame.bottom() + 4)));
            tags.add(Tag.of("text", "c", Numerals.signed(tick, scale.step() < 1 ? 1 : 0) + "%")
                    .with("x", Coordinate.of(x))
                    .with("y", Coordinate.of(frame.bottom() + 17)));
        }
        double risk =
                100 * sheet.result().strategy().performance().valueAtRisk().orElse(Double.NaN);
        if (Double.isFinite(risk)) {
            double x = frame.x(Math.max(0, scale.share(risk)));
            tags.add(Tag.of("path", "tgt").with("d", Coordinate.down(x, frame.top() + 20, frame.bottom())));
            if (!frame.isNarrow()) {
                tags.add(Tag.of("text", "e", "5% are below " + Numerals.signed(risk, 1) + "%")
                        .with("x", Coordinate.of(x))
                        .with("y", Coordinate.of(frame.top() + 14)));
            }
        }
        return tags;
    }

    private List<Tag> names(Frame frame, Scale scale) {
        EndLabels labels = new EndLabels();
        double y = frame.y(scale.share(0.8 * most));
        labels.add(
                y, Tag.of("text", "dl core", sheet.result().strategy().name() + (frame.isNarrow() ? "" : ", filled")));
        labels.add(
                y + 15,
                Tag.of(
                        "text",
                        "dl " + sheet.css(sheet.result().best()),
                        sheet.name(sheet.result().best()) + (frame.isNarrow() ? "" : ", outline")));
        return labels.tags(frame);
    }
}
