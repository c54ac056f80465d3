package io.ballast.base.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.metric.CapacityCurve.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Tables and curves of a report. */
class ReportFiguresTest {
    @Test
    void bookAPeriodInTheMonthItBelongsTo() {
        MonthlyReturns months = MonthlyReturns.of(
                ReturnSeries.of(0.1, 0.1, -0.5),
                List.of(
                        Instant.parse("2023-01-31T00:00:00Z"),
                        Instant.parse("2023-02-01T00:00:00Z"),
                        Instant.parse("2023-02-02T00:00:00Z")));

        assertThat(months.months().get(YearMonth.of(2023, 1))).isCloseTo(0.21, within(1e-15));
        assertThat(months.months()).contains(entry(YearMonth.of(2023, 2), -0.5)).hasSize(2);
        assertThatThrownBy(() -> MonthlyReturns.of(ReturnSeries.of(0.1), List.of()))
                .hasMessageContaining("0 times");
    }

    @Test
    void haveARollingRatioOnceTheWindowIsFull() {
        ReturnSeries returns = ReturnSeries.of(0.01, 0.02, -0.01, 0.03);
        PeriodsPerYear year = PeriodsPerYear.of(Duration.ofDays(1));

        assertThat(RollingSharpe.of(returns, 3, year))
                .hasSize(4)
                .startsWith(OptionalDouble.empty(), OptionalDouble.empty())
                .endsWith(SharpeRatio.annual(ReturnSeries.of(0.02, -0.01, 0.03), 0, year));
        assertThat(year.count()).isEqualTo(365);
    }

    @Test
    void countEveryValueInOneBin() {
        assertThat(Histogram.of(4, 0, 1, 2, 3, 4, 4).counts()).containsExactly(1, 1, 1, 3);
        assertThat(Histogram.of(4, 7, 7).counts()).containsExactly(2);
        assertThatThrownBy(() -> Histogram.of(4)).hasMessageContaining("no values");
    }

    @Test
    void halveTheEdgeBetweenTwoPoints() {
        CapacityCurve curve = new CapacityCurve(
                List.of(new Point(10_000, 0.10), new Point(100_000, 0.08), new Point(1_000_000, 0.02)));

        assertThat(curve.halvesAt()).hasValueCloseTo(100_000 * Math.sqrt(10), within(1e-6));
        assertThat(new CapacityCurve(List.of(new Point(1, 0.1), new Point(2, 0.06))).halvesAt())
                .isEmpty();
        assertThat(new CapacityCurve(List.of(new Point(1, -0.1), new Point(2, -0.6))).halvesAt())
                .isEmpty();
        assertThatThrownBy(() -> new CapacityCurve(List.of(new Point(2, 1), new Point(1, 1))))
                .hasMessageContaining("point 1");
    }

    @Test
    void tellRegimesByWhatWasKnown() {
        double[] market = new double[60];
        for (int t = 0; t < 60; t++) {
            double step = t < 30 ? 0.01 : 0.05;
            market[t] = t % 2 == 0 ? step : -step / 2;
        }
        double[] fallen = Arrays.stream(market).map(r -> -r).toArray();
        RegimeTable rising = table(market);
        RegimeTable falling = table(fallen);

        assertThat(rising.rows().get(Regime.RISING_CALM).periods()
                        + rising.rows().get(Regime.RISING_STORMY).periods())
                .isEqualTo(50);
        assertThat(rising.rows().get(Regime.RISING_STORMY).periods()).isBetween(25, 30);
        assertThat(rising.rows().get(Regime.FALLING_CALM).total()).hasValue(0);
        assertThat(falling.rows().get(Regime.FALLING_STORMY).periods()).isBetween(25, 30);

        double[] other = market.clone();
        other[59] = -0.9;
        assertThat(table(other).rows().get(Regime.RISING_STORMY).periods())
                .isEqualTo(rising.rows().get(Regime.RISING_STORMY).periods());
    }

    private static RegimeTable table(double[] market) {
        ReturnSeries series = ReturnSeries.of(market);
        return RegimeTable.of(series, series, 10, new PeriodsPerYear(365));
    }

    @Test
    void nameEveryFigureOfAResult() {
        ReturnSeries returns = ReturnSeries.of(0.01, -0.02, 0.03, 0.01, -0.01, 0.02);
        Performance performance = Performance.of(returns, 0, new PeriodsPerYear(365));

        assertThat(performance.figures())
                .hasSize(15)
                .allSatisfy((name, value) -> assertThat(value).as(name).isPresent());
        assertThat(performance.figures().get("maxDrawdown")).hasValueCloseTo(-0.02, within(1e-15));
    }
}
