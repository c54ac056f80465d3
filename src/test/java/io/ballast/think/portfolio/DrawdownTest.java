package io.ballast.think.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DrawdownTest {
    @Test
    void isTheShareBelowTheMark() {
        assertThat(new Drawdown(Usd.of(50_000)).at(Usd.of(44_000))).isEqualByComparingTo("0.12");
        assertThat(new Drawdown(Usd.of(50_000)).at(Usd.ZERO)).isEqualByComparingTo("1");
    }

    @Test
    void isNothingAtOrAboveTheMark() {
        assertThat(new Drawdown(Usd.of(50_000)).at(Usd.of(50_000))).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(new Drawdown(Usd.of(50_000)).at(Usd.of(50_001))).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(new Drawdown(Usd.ZERO).at(Usd.of(-5))).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void theMarkOnlyRises() {
        Drawdown drawdown =
                new Drawdown(Usd.ZERO).after(Usd.of(5)).after(Usd.of(7)).after(Usd.of(6));

        assertThat(drawdown.highWaterMark()).isEqualTo(Usd.of(7));
    }
}
