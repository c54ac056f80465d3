package io.ballast.lab.backtest.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Parts that all charts over time share. */
final class Plots {
    private Plots() {}

    /** What takes the pointer and the keys; drawings go into it. */
    static Tag interactive(String id, String label, Axis axis) {
        return Tag.of("div", "plot")
                .with("tabindex", 0)
                .with("role", "slider")
                .with("aria-label", label)
                .with("aria-valuemin", 0)
                .with("aria-valuemax", axis.last())
                .with("aria-valuenow", axis.last())
                .with("aria-valuetext", axis.name(axis.last()))
                .with("data-for", id);
    }

    /** The values of the last point, which the script replaces. */
    static Tag readout(String id, Axis axis, List<Line> lines, int decimals, String unit) {
        Tag read = Tag.of("output", "read").with("id", id + "-read").add(Tag.of("span", "d", axis.name(axis.last())));
        lines.forEach(line -> read.add(Tag.of("span")
                .add(Tag.of("i", "sw " + line.css()))
                .text(line.name() + " ")
                .add(Tag.of("b").text(Numerals.plain(line.last(), decimals) + unit))));
        return read;
    }

    /** Values by point for the script. */
    static Tag data(String id, List<Line> lines, int decimals, String unit) {
        String series = lines.stream()
                .map(line -> "{\"name\":" + Script.text(line.name()) + ",\"css\":" + Script.text(line.css()) + ",\"values\":["
                        + Arrays.stream(line.values())
                                .mapToObj(value -> number(value, decimals))
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(","));
        return Tag.of("script")
                .with("type", "application/json")
                .with("id", id + "-data")
                .raw("{\"decimals\":" + decimals + ",\"unit\":" + Script.text(unit) + ",\"series\":[" + series + "]}");
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                : "null";
    }

    static List<Tag> grid(Frame frame, Scale scale, double start, String unit) {
        List<Tag> tags = new ArrayList<>();
        double least = scale.log() ? 0 : scale.step() / 1e6;
        for (double tick : scale.ticks()) {
            double y = frame.y(scale.share(tick));
            boolean strong = Math.abs(tick - start) <= least;
            tags.add(Tag.of("path", strong ? "zero" : "grid")
                    .with("d", Coordinate.across(frame.left(), frame.right(), y)));
            tags.add(Tag.of("text", "e", scale.label(tick) + unit)
                    .with("x", Coordinate.of(frame.left() - 8))
                    .with("y", Coordinate.of(y + 4)));
        }
        return tags;
    }

    static List<Tag> axis(Frame frame, Axis axis) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("path", "axis").with("d", Coordinate.across(frame.left(), frame.right(), frame.bottom())));
        for (Axis.Tick tick : axis.ticks(frame)) {
            double x = frame.x(axis.share(tick.point()));
            tags.add(Tag.of("path", "tk").with("d", Coordinate.down(x, frame.bottom(), frame.bottom() + 4)));
            if (x < frame.right() - 12) {
                tags.add(Tag.of("text", "", tick.label())
                        .with("x", Coordinate.of(x + 3))
                        .with("y", Coordinate.of(frame.bottom() + 17)));
            }
        }
        return tags;
    }

    static Tag crosshair(Frame frame) {
        return Tag.of("path", "xh").with("d", Coordinate.down(0, frame.top(), frame.bottom()));
    }
}
