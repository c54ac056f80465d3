package io.ballast.base.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverfittingTest {
    private static double[][] noise(int trials, int periods, long seed) {
        Draws draws = new Draws(seed);
        double[][] returns = new double[trials][periods];
        for (double[] row : returns) {
            for (int t = 0; t < periods; t++) {
                row[t] = draws.uniform() - 0.5;
            }
        }
        return returns;
    }

    @Test
    void isNearOneHalfForPureNoise() {
        double sum = 0;
        for (long seed = 0; seed < 20; seed++) {
            sum += Overfitting.of(noise(20, 120, seed), 8).probability();
        }
        assertThat(sum / 20).isBetween(0.35, 0.65);
    }

    @Test
    void isNothingForATrialThatIsReallyBetter() {
        double[][] returns = noise(10, 160, 3);
        for (int t = 0; t < returns[4].length; t++) {
            returns[4][t] += 0.5;
        }
        Overfitting found = Overfitting.of(returns, 16);

        assertThat(found.splits()).isEqualTo(12_870);
        assertThat(found.probability()).isZero();
        assertThat(found.probabilityOfLoss()).isZero();
    }

    /** What is best in one half is worst in the other, by construction. */
    @Test
    void isOneForTrialsThatAreGoodByTurns() {
        double[][] returns = {
            {0.02, 0.01, -0.02, -0.01}, {-0.02, -0.01, 0.02, 0.01}, {0.001, -0.001, 0.001, -0.001},
        };
        Overfitting found = Overfitting.of(returns, 2);

        assertThat(found).isEqualTo(new Overfitting(2, 1, 1));
    }

    @Test
    void agreesWithTheDefinitionWrittenOut() {
        double[][] returns = noise(5, 40, 6);
        int low = 0;
        int splits = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                splits++;
                low += chosenComesOutLow(returns, a, b) ? 1 : 0;
            }
        }
        assertThat(Overfitting.of(returns, 4).probability()).isEqualTo((double) low / splits);
    }

    private static boolean chosenComesOutLow(double[][] returns, int a, int b) {
        int best = 0;
        for (int i = 0; i < returns.length; i++) {
            best = sharpe(returns[i], a, b, true) > sharpe(returns[best], a, b, true) ? i : best;
        }
        int rank = 1;
        for (double[] row : returns) {
            rank += sharpe(row, a, b, false) < sharpe(returns[best], a, b, false) ? 1 : 0;
        }
        return Math.log(rank / (returns.length + 1.0 - rank)) <= 0;
    }

    private static double sharpe(double[] row, int a, int b, boolean inside) {
        double[] chosen = IntStream.range(0, row.length)
                .filter(t -> (t / 10 == a || t / 10 == b) == inside)
                .mapToDouble(t -> row[t])
                .toArray();
        return SharpeRatio.perPeriod(Moments.of(chosen)).orElseThrow();
    }

    @Test
    void refusesWhatCannotBeSplit() {
        assertThatThrownBy(() -> Overfitting.of(noise(1, 40, 1), 4)).hasMessageContaining("1 trials");
        assertThatThrownBy(() -> Overfitting.of(noise(3, 40, 1), 5)).hasMessageContaining("5 blocks");
        assertThatThrownBy(() -> Overfitting.of(noise(3, 6, 1), 4)).hasMessageContaining("too few");
    }
}
