package io.ballast.lab.devnet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Wei;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GasMarketTest {
    @Test
    void movesNoFasterThanAChainMay() {
        GasMarket gas = new GasMarket(4);
        double last = gas.next().gwei().doubleValue();
        for (int i = 0; i < 20_000; i++) {
            double next = gas.next().gwei().doubleValue();
            assertThat(next / last).isBetween(0.875, 1.125);
            assertThat(next).isBetween(0.2, 5.0);
            last = next;
        }
    }

    @Test
    void isFixedByItsSeed() {
        assertThat(first(4)).isEqualTo(first(4)).isNotEqualTo(first(5));
    }

    private static List<Wei> first(long seed) {
        return Stream.generate(new GasMarket(seed)::next).limit(10).toList();
    }
}
