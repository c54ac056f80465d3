package io.ballast.base.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What has no value must not get one. */
class UndefinedTest {
    private static final PeriodsPerYear DAYS = new PeriodsPerYear(365);

    @Test
    void hasNoSharpeRatioForEquityThatOnlyRoundingBends() {
        double[] equity = new double[400];
        Arrays.setAll(equity, i -> 1234.56 * StrictMath.pow(1.0007, i));
        ReturnSeries returns = ReturnSeries.ofEquity(equity);

        assertThat(Arrays.stream(returns.toArray()).distinct().count()).isGreaterThan(1);
        assertThat(SharpeRatio.annual(returns, 0, DAYS)).isEmpty();
        assertThat(SharpeEvidence.ofPopulation(returns)).isEmpty();
        assertThat(Volatility.annual(returns, DAYS)).hasValue(0);
    }

    @Test
    void hasNoFigureButTheDrawdownForNoPeriodAtAll() {
        Performance nothing = Performance.of(ReturnSeries.of(), 0.05, DAYS);

        assertThat(nothing.figures().entrySet().stream()
                        .filter(figure -> figure.getValue().isPresent())
                        .map(Map.Entry::getKey))
                .containsExactly("totalReturn", "maxDrawdown", "longestDrawdownPeriods");
    }

    @Test
    void hasNoGrowthThatNoNumberHolds() {
        assertThat(Growth.perYear(ReturnSeries.of(9, 9), DAYS)).isEmpty();
    }

    @Test
    void refusesWhatIsNoReturn() {
        assertThatThrownBy(() -> ReturnSeries.of(0.1, Double.NaN)).hasMessageContaining("return 1");
        assertThatThrownBy(() -> ReturnSeries.of(-1.0001)).hasMessageContaining("return 0");
        assertThatThrownBy(() -> ReturnSeries.ofEquity(0, 1)).hasMessageContaining("positive");
        assertThatThrownBy(() -> ReturnSeries.ofEquity(1, 0, 1)).hasMessageContaining("rose from nothing");
        assertThatThrownBy(() -> ReturnSeries.of(0.1).over(ReturnSeries.of())).hasMessageContaining("1 and 0");
    }

    @Test
    void staysAtNothingAfterATotalLoss() {
        ReturnSeries ruined = ReturnSeries.ofEquity(2, 1, 0, 0);

        assertThat(ruined.toArray()).containsExactly(-0.5, -1, 0);
        assertThat(Growth.perYear(ruined, DAYS)).hasValue(-1);
    }

    @Test
    void hasNoBetaAgainstWhatDoesNotMove() {
        ReturnSeries returns = ReturnSeries.of(0.1, -0.1, 0.2);

        assertThat(Regression.of(returns, ReturnSeries.of(0.01, 0.01, 0.01))).isEmpty();
        assertThat(ActiveReturn.of(returns, returns).informationRatio()).isEqualTo(OptionalDouble.empty());
    }
}
