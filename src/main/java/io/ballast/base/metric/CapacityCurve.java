package io.ballast.base.metric;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a strategy makes with more and more capital, whose own trades move the prices it gets.
 *
 * @param points by rising capital, at least one
 */
public record CapacityCurve(List<Point> points) {
    public CapacityCurve {
        points = List.copyOf(points);
        for (int i = 0; i < points.size(); i++) {
            double before = i == 0 ? 0 : points.get(i - 1).capital();
            if (!(points.get(i).capital() > before)) {
                throw new IllegalArgumentException("capital must be positive and rise, see point " + i);
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve has points");
        }
    }

    /**
     * One backtest.
     *
     * @param capital at the start, in any one currency
     * @param edge annual return less that of what it is compared with
     */
    public record Point(double capital, double edge) {}

    /**
     * The capital at which half of the edge of the smallest capital is left, between points by the logarithm of capital; empty
     * if there is no edge to halve, or more than half of it is left at the largest.
     */
    public OptionalDouble halvesAt() {
        double half = points.getFirst().edge() / 2;
        for (int i = 1; half > 0 && i < points.size(); i++) {
            Point after = points.get(i);
            if (after.edge() <= half) {
                Point before = points.get(i - 1);
                double way = (before.edge() - half) / (before.edge() - after.edge());
                double ratio = StrictMath.log(after.capital() / before.capital());
                return OptionalDouble.of(before.capital() * StrictMath.exp(way * ratio));
            }
        }
        return OptionalDouble.empty();
    }
}
