package io.ballast.think.action;

import static io.ballast.think.Markets.LINK;
import static io.ballast.think.Markets.USDC;
import static io.ballast.think.Markets.WBTC;
import static io.ballast.think.Markets.WETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.Markets;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalTest {
    private static final Weights OWN = Markets.weights(10, 30, 25, 35);

    @Test
    void comesInAFixedOrderAndOnlyWithAFullWindow() {
        assertThat(Signal.targets(OWN, Markets.trend(25, 0, 0, 0, 0), USDC))
                .extracting(NamedTarget::name)
                .containsExactly("target", "equal-weight", "inverse-volatility", "momentum", "sma-cross");
        assertThat(Signal.targets(OWN, Markets.trend(24, 0, 0, 0, 0), USDC))
                .extracting(NamedTarget::name)
                .containsExactly("target", "equal-weight", "sma-cross");
        assertThat(Signal.targets(OWN, Markets.trend(1, 0, 0, 0, 0), USDC)).hasSize(2);
    }

    @Test
    void theOwnTargetIsItself() {
        assertThat(new OwnTarget().weights(OWN, Markets.trend(1, 0, 0, 0, 0), USDC))
                .isEqualTo(OWN);
    }

    @Test
    void equalWeightIsOneOverN() {
        assertThat(new EqualWeight()
                        .weights(OWN, Markets.trend(1, 0, 0, 0, 0), USDC)
                        .shares())
                .allSatisfy(share -> assertThat(share).isEqualByComparingTo("0.25"));
    }

    @Test
    void inverseVolatilityGivesTheCalmMore() {
        PriceWindow window = Markets.window(zigzag(0.01), zigzag(0), zigzag(0.02), zigzag(0.04));
        Weights weights = new InverseVolatility().weights(OWN, window, USDC);

        assertThat(weights.share(USDC)).isEqualByComparingTo("0.3");
        assertThat(weights.share(LINK).doubleValue()).isCloseTo(0.7 * 4 / 7, within(0.005));
        assertThat(weights.share(WBTC).doubleValue()).isCloseTo(0.7 * 2 / 7, within(0.005));
        assertThat(weights.share(WETH).doubleValue()).isCloseTo(0.7 * 1 / 7, within(0.005));
    }

    @Test
    void momentumTiltsTowardWhatRose() {
        Weights weights = new Momentum().weights(OWN, Markets.trend(25, 1, 0, 0, -1), USDC);

        assertThat(weights.share(LINK)).isEqualByComparingTo("0.2"); // doubled at most
        assertThat(weights.share(WETH)).isEqualByComparingTo("0");
        assertThat(weights.share(WBTC).doubleValue()).isCloseTo(0.25, within(0.01));
        assertThat(weights.share(USDC).doubleValue()).isCloseTo(0.55, within(0.01));
    }

    @Test
    void momentumNeverBorrows() {
        Weights weights = new Momentum().weights(OWN, Markets.trend(25, 1, 0, 1, 1), USDC);

        assertThat(weights.share(USDC)).isEqualByComparingTo("0");
        assertThat(weights.share(WETH).doubleValue()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void momentumOfAPriceThatStandsStillIsNone() {
        double[] still = IntStream.range(0, 25).mapToDouble(i -> 7).toArray();

        assertThat(new Momentum().weights(OWN, Markets.window(still, still, still, still), USDC))
                .isEqualTo(OWN);
    }

    @Test
    void smaCrossLeavesWhatFalls() {
        Weights weights = new SmaCross().weights(OWN, Markets.trend(24, 1, 0, 1, -1), USDC);

        assertThat(weights.share(LINK)).isEqualByComparingTo("0.1");
        assertThat(weights.share(WBTC)).isEqualByComparingTo("0.25");
        assertThat(weights.share(WETH)).isEqualByComparingTo("0");
        assertThat(weights.share(USDC)).isEqualByComparingTo("0.65");
    }

    /** Of any window, every signal makes weights that sum to one and depend on the last bars only. */
    @Test
    void givesWeightsOfAnyPrices() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            double[][] closes =
                    IntStream.range(0, 4).mapToObj(token -> walk(random, 40)).toArray(double[][]::new);
            PriceWindow all = Markets.window(closes);
            PriceWindow last = new PriceWindow(
                    all.tokens(), all.times().subList(15, 40), all.closes().subList(15, 40));
            for (Signal signal : Signal.ALL) {
                Weights weights = signal.weights(OWN, all, USDC);
                assertThat(weights.shares().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(BigDecimal.ONE);
                assertThat(weights).isEqualTo(signal.weights(OWN, last, USDC));
            }
        }
    }

    private static double[] zigzag(double size) {
        return IntStream.range(0, 25)
                .mapToDouble(i -> 100 * (1 + (i % 2) * size))
                .toArray();
    }

    private static double[] walk(Random random, int bars) {
        double[] closes = new double[bars];
        closes[0] = 100;
        for (int i = 1; i < bars; i++) {
            closes[i] = closes[i - 1] * StrictMath.exp(0.05 * random.nextGaussian());
        }
        return closes;
    }
}
