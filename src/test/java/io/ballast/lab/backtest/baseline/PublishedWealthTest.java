package io.ballast.lab.backtest.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.metric.Drawdown;
import io.ballast.base.metric.EquityCurve;
import io.ballast.base.metric.Growth;
import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.Volatility;
import io.ballast.lab.backtest.baseline.PassiveAggressive.Slack;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Final wealth in the tables of the literature: the MSCI indices of 2006 to 2010, New York 1962 to 1984. */
class PublishedWealthTest {
    private static final PeriodsPerYear YEAR = new PeriodsPerYear(252);

    private static PriceTable msci;
    private static PriceTable nyse;

    @BeforeAll
    static void load() {
        msci = Olps.table("msci");
        nyse = Olps.table("nyse-o");
    }

    static Stream<Arguments> msci() {
        return Stream.of(
                Arguments.of(Periodic.uniform(24), 0.9268, -0.0182, 0.0158, -0.2313, 0.6436),
                Arguments.of(new BestAsset(), 1.5040, 0.1036, 0.0125, 0.3201, 0.3935),
                Arguments.of(new BestMix(), 1.5057, 0.1039, 0.0122, 0.3288, 0.4080),
                Arguments.of(new ExponentialGradient(0.05), 0.9260, -0.0184, 0.0158, -0.2324, 0.6438),
                Arguments.of(PassiveAggressive.published(Slack.NONE), 15.2320, 0.9309, 0.0230, 2.4424, 0.5528));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("msci")
    void hasTheRowOfTheManual(
            WeightStrategy strategy, double wealth, double growth, double deviation, double sharpe, double fall) {
        double[] equity = Olps.run(msci, strategy).equity();
        ReturnSeries returns = ReturnSeries.ofEquity(equity);
        double annual = Growth.perYear(returns, YEAR).orElseThrow();

        assertThat(equity[equity.length - 1]).isCloseTo(wealth, within(0.000_05));
        assertThat(annual).isCloseTo(growth, within(0.000_05));
        assertThat(returns.moments().deviation().orElseThrow()).isCloseTo(deviation, within(0.000_05));
        assertThat((annual - 0.04) / Volatility.annual(returns, YEAR).orElseThrow())
                .isCloseTo(sharpe, within(0.000_05));
        // The manual's optimum of BCRP is a little off, and so is its fall.
        assertThat(Drawdown.deepest(EquityCurve.of(returns)).depth()).isCloseTo(-fall, within(0.000_25));
    }

    static Stream<Arguments> finals() {
        return Stream.of(
                Arguments.of(nyse, Hold.uniform(36), 14.497308277140483),
                Arguments.of(nyse, Periodic.uniform(36), 27.075246344648058),
                Arguments.of(nyse, new BestAsset(), 54.14036436157788),
                Arguments.of(nyse, new BestMix(), 250.5970749226623),
                Arguments.of(nyse, new ExponentialGradient(0.05), 27.094889600332664),
                Arguments.of(nyse, PassiveAggressive.published(Slack.NONE), 5138427764160505.0),
                Arguments.of(nyse, PassiveAggressive.published(Slack.LINEAR), 5138427764160505.0),
                Arguments.of(nyse, PassiveAggressive.published(Slack.QUADRATIC), 4875047263119546.0),
                Arguments.of(nyse, MeanReversion.published(), 7.2149181924032e+16),
                Arguments.of(msci, Hold.uniform(24), 0.9063524626897234),
                Arguments.of(msci, PassiveAggressive.published(Slack.LINEAR), 15.511526051979175),
                Arguments.of(msci, PassiveAggressive.published(Slack.QUADRATIC), 16.865990665262814),
                Arguments.of(msci, MeanReversion.published(), 14.935335722622604));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("finals")
    void endsWithTheRecomputedWealth(PriceTable table, WeightStrategy strategy, double wealth) {
        assertThat(Olps.run(table, strategy).last()).isCloseTo(wealth, Percentage.withPercentage(0.005));
    }
}
