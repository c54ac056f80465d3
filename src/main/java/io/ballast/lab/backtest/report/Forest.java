package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.Comparison;
import io.ballast.lab.backtest.judgement.Comparison.Difference;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Intervals side by side on one scale with zero in its middle: whether they hold it is seen at once.
 *
 * @param reach of the scale to either side
 */
record Forest(double reach) {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 26;

    static Forest of(List<Comparison> comparisons) {
        return new Forest(comparisons.stream()
                .flatMap(comparison -> List.of(comparison.single(), comparison.doubled()).stream())
                .flatMapToDouble(Forest::ends)
                .map(Math::abs)
                .max()
                .orElse(1));
    }

    private static DoubleStream ends(Difference difference) {
        return difference
                .interval()
                .map(found -> DoubleStream.of(found.low(), found.high(), difference.mean(), 1))
                .orElse(DoubleStream.of(difference.mean(), 1));
    }

    Tag chart(Comparison comparison) {
        Tag svg = Tag.of("svg")
                .with("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
                .with("aria-hidden", true)
                .add(Tag.of("path", "zero").with("d", Coordinate.down(x(0), 0, HEIGHT)));
        return svg.add(strokes(comparison.single(), 8, "dot core"))
                .add(strokes(comparison.doubled(), 18, "dot core hollow"));
    }

    private List<Tag> strokes(Difference difference, double y, String css) {
        Tag dot = Tag.of("circle", css)
                .with("cx", Coordinate.of(x(difference.mean())))
                .with("cy", Coordinate.of(y))
                .with("r", 3.2);
        return difference
                .interval()
                .map(found -> List.of(
                        Tag.of("path", "whisker").with("d", Coordinate.across(x(found.low()), x(found.high()), y)), dot))
                .orElse(List.of(dot));
    }

    private double x(double value) {
        return WIDTH / 2 + value / reach * (WIDTH / 2 - 6);
    }
}
