package io.ballast.lab.backtest.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lines over time, drawn twice, with a readout above them.
 *
 * @param id unique in the page
 * @param label for who cannot see it
 * @param lines the most important first; drawn last
 * @param start value of the stronger grid line
 * @param area whether the first line is filled down from the start
 * @param decimals of the readout
 * @param unit after each value of the readout; a percent sign after each tick too
 * @param end text at the end of a line
 * @param marks drawn above the lines
 */
record LineChart(
        String id,
        String label,
        Axis axis,
        List<Line> lines,
        Scale scale,
        double start,
        boolean area,
        int decimals,
        String unit,
        Function<Line, String> end,
        BiFunction<Frame, Axis, List<Tag>> marks) {
    private static final int NARROW_POINTS = 150;

    static final BiFunction<Frame, Axis, List<Tag>> NO_MARKS = (frame, axis) -> List.of();

    /** Both drawings, what they show, and what the pointer reads. */
    Tag figure(double wide, double narrow) {
        Tag plot = Plots.interactive(id, label, axis)
                .add(drawing(Frame.wide(wide)), drawing(Frame.narrow(narrow)));
        return Tag.of("figure").add(Plots.readout(id, axis, lines, decimals, unit), plot, Plots.data(id, lines, decimals, unit));
    }

    private Tag drawing(Frame frame) {
        Tag svg = frame.svg(label).add(Plots.grid(frame, scale, start, unit.equals("%") ? unit : "")).add(Plots.axis(frame, axis));
        int every = frame.isNarrow() ? Math.max(1, axis.times().size() / NARROW_POINTS) : 1;
        if (area) {
            svg.add(filled(frame, every));
        }
        List<Line> upwards = new ArrayList<>(lines).reversed();
        upwards.forEach(line -> svg.add(
                Tag.of("path", "l " + line.css()).with("d", line.path(frame, axis, scale, every))));
        svg.add(marks.apply(frame, axis)).add(labels(frame));
        return svg.add(Plots.crosshair(frame));
    }

    private Tag filled(Frame frame, int every) {
        Line first = lines.getFirst();
        String zero = Coordinate.of(frame.y(scale.share(start)));
        return Tag.of("path", "a " + first.css())
                .with(
                        "d",
                        first.path(frame, axis, scale, every) + "V" + zero + "H" + Coordinate.of(frame.left()) + "Z");
    }

    private List<Tag> labels(Frame frame) {
        EndLabels labels = new EndLabels();
        for (Line line : lines) {
            if (Double.isFinite(line.last())) {
                labels.add(
                        frame.y(scale.share(line.last())), Tag.of("text", "dl " + line.css(), end.apply(line)));
            }
        }
        return labels.tags(frame);
    }

    /** All values of some lines, to make a scale of. */
    static double[] values(List<Line> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.values())).toArray();
    }
}
