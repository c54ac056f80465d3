package io.ballast.sense.dex;

import io.ballast.sense.dex.SplitModel.Track;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The split of an amount over two or three routes at which no unit would give more along another one: marginal outputs are
 * equal, or a part is at its bound. The output is concave in the split, so the slope falls and its root is the answer.
 */
final class SplitSolver {
    private static final int MOST_STEPS = 40;
    /** Near the best split the output is flat: an error of 1e-9 of the amount costs about its square. */
    private static final double NEAR = 1e-9;

    private final SplitModel model;
    private final List<Track> parts;
    private final double total;
    private final double[] most;

    /**
     * For one set of routes.
     *
     * @param most bound of each part
     */
    SplitSolver(SplitModel model, List<Track> parts, double total, double[] most) {
        this.model = model;
        this.parts = parts;
        this.total = total;
        this.most = most;
    }

    /** One amount for each part, in sum the total. */
    double[] solve() {
        return parts.size() == 2 ? pair(0) : triple();
    }

    private double[] pair(double third) {
        double[] amounts = new double[parts.size()];
        double[] direction = new double[parts.size()];
        direction[0] = 1;
        direction[1] = -1;
        double rest = total - third;
        if (parts.size() > 2) {
            amounts[2] = third;
        }
        amounts[0] = root(Math.max(0, rest - most[1]), Math.min(rest, most[0]), first -> {
            amounts[0] = first;
            amounts[1] = rest - first;
            return model.slope(parts, amounts, direction);
        });
        amounts[1] = rest - amounts[0];
        return amounts;
    }

    private double[] triple() {
        double least = Math.max(0, total - most[0] - most[1]);
        return pair(root(least, Math.min(total, most[2]), this::slopeOfThird));
    }

    /** What the third part gains when it takes from the one of the others that gives least. */
    private double slopeOfThird(double third) {
        double[] amounts = pair(third);
        double fromFirst =
                amounts[0] > 0 ? model.slope(parts, amounts, new double[] {-1, 0, 1}) : Double.NEGATIVE_INFINITY;
        double fromSecond =
                amounts[1] > 0 ? model.slope(parts, amounts, new double[] {0, -1, 1}) : Double.NEGATIVE_INFINITY;
        return Math.max(fromFirst, fromSecond);
    }

    /** Root of a falling function by false position with the Illinois rule; the end where it does not change its sign. */
    private double root(double from, double to, DoubleUnaryOperator falling) {
        double low = from;
        double high = to;
        double atLow = low < high ? falling.applyAsDouble(low) : 0;
        if (atLow <= 0) {
            return low;
        }
        double atHigh = falling.applyAsDouble(high);
        if (atHigh >= 0) {
            return high;
        }
        int side = 0;
        for (int step = 0; step < MOST_STEPS && high - low > NEAR * total; step++) {
            double middle = Double.isInfinite(atLow) || Double.isInfinite(atHigh) || step % 4 == 3
                    ? (low + high) / 2
                    : low + (high - low) * atLow / (atLow - atHigh);
            double value = falling.applyAsDouble(middle);
            if (value > 0) {
                low = middle;
                atLow = value;
                atHigh = side > 0 ? atHigh / 2 : atHigh;
                side = 1;
            } else {
                high = middle;
                atHigh = value;
                atLow = side < 0 ? atLow / 2 : atLow;
                side = -1;
            }
        }
        return (low + high) / 2;
    }
}
