package io.ballast.think.portfolio;

import static io.ballast.think.Markets.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.think.Markets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void areSharesOfTheInvestedValue() {
        Weights weights = Weights.of(Markets.holdings(1_400, 3_000, 2_400, 3_200), Markets.deep(1_000_000));

        assertThat(weights.share(Markets.LINK)).isEqualByComparingTo("0.14");
        assertThat(weights.share(Markets.USDC)).isEqualByComparingTo("0.30");
        assertThat(weights.share(Markets.WBTC)).isEqualByComparingTo("0.24");
        assertThat(weights.share(Markets.WETH)).isEqualByComparingTo("0.32");
    }

    @Test
    void ofNothingDoNotExist() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Weights.of(Markets.holdings(0, 0, 0, 0), Markets.deep(1_000_000)));
    }

    @Test
    void inProportionSumToOneExactly() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            double[] parts = random.doubles(4).toArray();
            Weights weights = Weights.inProportion(TOKENS, parts);

            assertThat(weights.shares().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.ONE);
            double total = parts[0] + parts[1] + parts[2] + parts[3];
            assertThat(weights.shares().get(2).doubleValue())
                    .isCloseTo(parts[2] / total, org.assertj.core.data.Offset.offset(1e-11));
        }
    }

    @Test
    void refuseWhatDoesNotSumToOne() {
        List<BigDecimal> shares = List.of(BigDecimal.ONE, new BigDecimal("0.01"), BigDecimal.ZERO, BigDecimal.ZERO);

        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(TOKENS, shares));
    }
}
