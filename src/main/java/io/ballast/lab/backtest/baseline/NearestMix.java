package io.ballast.lab.backtest.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The point of the simplex nearest to another in the norm of a positive definite matrix, {@code min (q − p)ᵀA(q − p)}, by the primal
 * active-set method (Nocedal and Wright 2006, 16.5): exact but for rounding.
 */
final class NearestMix {
    private static final double TOLERANCE = 1e-12;
    private static final int ROUNDS_PER_ASSET = 20;

    private final double[][] norm;

    /** @param norm symmetric, positive definite; not kept longer than this object */
    NearestMix(double[][] norm) {
        this.norm = norm;
    }

    /**
     * Nearest to a point.
     *
     * @param start where the search begins: weights that sum to 1, best those of a point near by; left as they are
     */
    double[] to(double[] point, double[] start) {
        int n = point.length;
        double[] nearest = start.clone();
        boolean[] free = new boolean[n];
        for (int i = 0; i < n; i++) {
            free[i] = nearest[i] > 0;
        }
        for (int round = 0; round < ROUNDS_PER_ASSET * n; round++) {
            double[] candidate = onFace(point, free);
            int blocking = walk(nearest, candidate);
            if (blocking >= 0) {
                free[blocking] = false;
            } else {
                int released = mostWanted(nearest, point, free);
                if (released < 0) {
                    break;
                }
                free[released] = true;
            }
        }
        Simplex.normalise(nearest);
        return nearest;
    }

    /** The nearest point with the sum of 1 where only free weights differ from zero. */
    private double[] onFace(double[] point, boolean[] free) {
        int[] face = IntStream.range(0, free.length).filter(i -> free[i]).toArray();
        double[][] block = new double[face.length][face.length];
        double[] right = new double[face.length];
        for (int i = 0; i < face.length; i++) {
            right[i] = Vectors.dot(norm[face[i]], point);
            for (int k = 0; k < face.length; k++) {
                block[i][k] = norm[face[i]][face[k]];
            }
        }
        Cholesky factors = Cholesky.of(block);
        double[] ones = new double[face.length];
        Arrays.fill(ones, 1);
        double[] solution = factors.solve(right);
        double[] shift = factors.solve(ones);
        double price =
                (1 - Arrays.stream(solution).sum()) / Arrays.stream(shift).sum();
        double[] candidate = new double[free.length];
        for (int i = 0; i < face.length; i++) {
            candidate[face[i]] = solution[i] + price * shift[i];
        }
        return candidate;
    }

    /** Goes toward the candidate until a weight vanishes; answers which, or −1 if it got there. */
    private static int walk(double[] from, double[] to) {
        double way = 1;
        int blocking = -1;
        for (int i = 0; i < from.length; i++) {
            if (to[i] < 0 && from[i] / (from[i] - to[i]) < way) {
                way = from[i] / (from[i] - to[i]);
                blocking = i;
            }
        }
        for (int i = 0; i < from.length; i++) {
            from[i] += way * (to[i] - from[i]);
        }
        if (blocking >= 0) {
            from[blocking] = 0;
        }
        return blocking;
    }

    /** The fixed weight that would bring the point nearest by growing; −1 if none would. */
    private int mostWanted(double[] nearest, double[] point, boolean[] free) {
        double[] away = new double[point.length];
        Arrays.setAll(away, i -> nearest[i] - point[i]);
        double[] slope =
                Arrays.stream(norm).mapToDouble(row -> Vectors.dot(row, away)).toArray();
        double level = IntStream.range(0, free.length)
                .filter(i -> free[i])
                .mapToDouble(i -> slope[i])
                .average()
                .orElse(0);
        int wanted = -1;
        double least = -TOLERANCE * (1 + Math.abs(level));
        for (int i = 0; i < slope.length; i++) {
            if (!free[i] && slope[i] - level < least) {
                least = slope[i] - level;
                wanted = i;
            }
        }
        return wanted;
    }
}
