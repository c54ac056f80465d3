package io.ballast.base.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GaussianTest {
    @Test
    void hasTheDigitsOfTheTables() {
        assertThat(Gaussian.probability(0)).isEqualTo(0.5);
        assertThat(Gaussian.probability(1)).isCloseTo(0.8413447460685429, within(1e-15));
        assertThat(Gaussian.probability(1.96)).isCloseTo(0.9750021048517795, within(1e-15));
        assertThat(Gaussian.probability(-5)).isCloseTo(2.866515718791939e-7, Percentage.withPercentage(1e-10));
        assertThat(Gaussian.probability(-10)).isCloseTo(7.619853024160525e-24, Percentage.withPercentage(1e-10));
        assertThat(Gaussian.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-13));
        assertThat(Gaussian.quantile(0.05)).isCloseTo(-1.6448536269514722, within(1e-13));
    }

    @Test
    void quantileUndoesProbability() {
        for (double x = -6; x <= 6; x += 0.05) {
            double probability = Gaussian.probability(x);
            // Above the middle the distance from 1 is all that is left of the digits.
            double lost = x > 0 ? 0x1p-52 / Gaussian.density(x) : 0;
            assertThat(Gaussian.quantile(probability)).isCloseTo(x, within(1e-12 + lost));
        }
    }

    @Test
    void seriesAndFractionMeet() {
        assertThat(Gaussian.probability(Math.nextDown(-3.0)))
                .isCloseTo(Gaussian.probability(-3.0), Percentage.withPercentage(1e-9));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Gaussian.quantile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gaussian.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
