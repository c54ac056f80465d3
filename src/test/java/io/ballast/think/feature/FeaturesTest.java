package io.ballast.think.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final Token CASH = new Token(new Address("0x" + "0".repeat(39) + "1"), "USDC", 6);
    private static final Token RISKY = new Token(new Address("0x" + "0".repeat(39) + "2"), "WETH", 18);
    private static final double STEP = 0.01;

    @Test
    void momentumCountsBarsBack() {
        AssetFeatures features = AssetFeatures.of(rising(), feed(1, StrictMath.exp(STEP * 48)));
        // The mean of 24 closes is a geometric sum: (1 - e^-0.24) / (24 (1 - e^-0.01)) of the last.
        double trend = -100 * StrictMath.log(StrictMath.expm1(-0.24) / (24 * StrictMath.expm1(-0.01)));

        assertThat(features.rows()[1]).containsExactly(new double[] {1, 6, 24, 48, 0, trend, 0}, within(1e-9));
        assertThat(features.rows()[0]).containsOnly(0);
    }

    @Test
    void volatilityIsTheDeviationOfOneBarReturns() {
        PriceWindow window = window(bar -> bar % 2 == 0 ? 100 : 100 * StrictMath.exp(0.02));

        assertThat(AssetFeatures.of(window, feed(1, 100)).rows()[1][4]).isCloseTo(2, within(1e-9));
    }

    @Test
    void premiumComparesPoolWithFeed() {
        double last = StrictMath.exp(STEP * 48);

        assertThat(AssetFeatures.of(rising(), feed(1, last / 1.01)).rows()[1][6])
                .isCloseTo(100 * StrictMath.log(1.01), within(1e-9));
    }

    @Test
    void needsAWholeWindow() {
        PriceWindow half = new PriceWindow(
                List.of(CASH, RISKY),
                rising().times().subList(0, 20),
                rising().closes().subList(0, 20));

        assertThatThrownBy(() -> AssetFeatures.of(half, feed(1, 1))).hasMessage("features need 49 bars, had 20");
    }

    @Test
    void drawdownIsThatOfTheCurrentWeights() {
        PriceWindow window = window(bar -> bar == 40 ? 200 : 100);
        AssetFeatures assets = AssetFeatures.of(window, feed(1, 100));

        double[] half =
                StateFeatures.of(window, assets, 0, new double[] {0.5, 0.5}, 1).values();
        double[] cash =
                StateFeatures.of(window, assets, 0, new double[] {1, 0}, 1).values();

        assertThat(half[6]).isCloseTo(100 * StrictMath.log(1.5), within(1e-9));
        assertThat(cash[6]).isZero();
    }

    @Test
    void stateIsFiniteWhenNothingMovesAndGasIsFree() {
        PriceWindow window = window(bar -> 100);
        AssetFeatures assets = AssetFeatures.of(window, feed(1, 100));

        for (double value :
                StateFeatures.of(window, assets, 0, new double[] {1, 0}, 0).values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void portfolioDeviationIsThatOfItsReturns() {
        PriceWindow window = window(bar -> bar % 2 == 0 ? 100 : 100 * StrictMath.exp(0.02));
        Covariance covariance = Covariance.of(window, 48);
        double sample = 0.02 * StrictMath.sqrt(48 / 47.0);

        assertThat(covariance.deviation(new double[] {0, 1})).isCloseTo(sample, within(1e-12));
        assertThat(covariance.deviation(new double[] {0.5, 0.5})).isCloseTo(sample / 2, within(1e-12));
    }

    @Test
    void oldBarsBeyondTheWindowDoNotMatter() {
        PriceWindow longer = longer();

        assertThat(AssetFeatures.of(longer, feed(1, 2)).rows()[1])
                .isEqualTo(AssetFeatures.of(rising(), feed(1, 2)).rows()[1]);
    }

    private static PriceWindow longer() {
        List<Instant> times = new ArrayList<>(List.of(Instant.EPOCH.minusSeconds(7200)));
        times.addAll(rising().times());
        List<double[]> closes = new ArrayList<>(List.of(new double[] {1, 5000}));
        closes.addAll(rising().closes());
        return new PriceWindow(List.of(CASH, RISKY), times, closes);
    }

    private static PriceWindow rising() {
        return window(bar -> StrictMath.exp(STEP * bar));
    }

    private static PriceWindow window(IntToDoubleFunction price) {
        WindowBuilder builder = new WindowBuilder(List.of(CASH, RISKY), AssetFeatures.WINDOW, Duration.ofHours(1));
        for (int bar = 0; bar < AssetFeatures.WINDOW; bar++) {
            builder.close(Instant.EPOCH.plus(Duration.ofHours(bar)), new double[] {1, price.applyAsDouble(bar)});
        }
        return builder.window();
    }

    private static double[] feed(double... prices) {
        return prices;
    }
}
