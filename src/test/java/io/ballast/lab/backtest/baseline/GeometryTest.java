package io.ballast.lab.backtest.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.metric.Draws;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Nearest points and solutions of equations, beside their definitions. */
class GeometryTest {
    private final Draws draws = new Draws(17);

    private double[] point(int n) {
        double[] point = new double[n];
        Arrays.setAll(point, i -> 4 * draws.uniform() - 2);
        return point;
    }

    private double[][] positiveDefinite(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 0.01;
        }
        for (int k = 0; k < n; k++) {
            double[] direction = point(n);
            for (int i = 0; i < n; i++) {
                Vectors.add(matrix[i], direction[i], direction);
            }
        }
        return matrix;
    }

    private static double[] slope(double[][] norm, double[] at, double[] point) {
        double[] away = new double[point.length];
        Arrays.setAll(away, i -> at[i] - point[i]);
        return Arrays.stream(norm).mapToDouble(row -> Vectors.dot(row, away)).toArray();
    }

    /** At the nearest point of a convex set no other point of it lies downhill: it is enough to look at the corners. */
    private static void requireNearest(double[][] norm, double[] nearest, double[] point) {
        double[] slope = slope(norm, nearest, point);
        assertThat(Arrays.stream(nearest).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(nearest).min().orElseThrow()).isGreaterThanOrEqualTo(0);
        double here = Vectors.dot(slope, nearest);
        assertThat(Arrays.stream(slope).min().orElseThrow()).isGreaterThan(here - 1e-9 * (1 + Math.abs(here)));
    }

    @Test
    void projectsToTheNearestWeights() {
        for (int i = 0; i < 200; i++) {
            int n = 1 + i % 8;
            double[][] identity = new double[n][n];
            for (int k = 0; k < n; k++) {
                identity[k][k] = 1;
            }
            double[] point = point(n);
            double[] nearest = point.clone();
            Simplex.project(nearest);

            requireNearest(identity, nearest, point);
            assertThat(new NearestMix(identity).to(point, Simplex.uniform(n))).containsExactly(nearest, within(1e-10));
        }
    }

    @Test
    void findsTheNearestWeightsInEveryNorm() {
        for (int i = 0; i < 200; i++) {
            int n = 1 + i % 8;
            double[][] norm = positiveDefinite(n);
            double[] point = point(n);
            double[] corner = new double[n];
            corner[i % n] = 1;

            double[] nearest = new NearestMix(norm).to(point, Simplex.uniform(n));

            requireNearest(norm, nearest, point);
            assertThat(new NearestMix(norm).to(point, corner)).containsExactly(nearest, within(1e-7));
        }
    }

    @Test
    void solvesEquations() {
        double[][] matrix = positiveDefinite(6);
        double[] right = point(6);
        double[] solution = Cholesky.of(matrix).solve(right);

        for (int i = 0; i < 6; i++) {
            assertThat(Vectors.dot(matrix[i], solution)).isCloseTo(right[i], within(1e-9));
        }
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isInstanceOf(ArithmeticException.class);
    }
}
