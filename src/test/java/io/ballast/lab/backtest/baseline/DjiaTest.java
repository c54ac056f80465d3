package io.ballast.lab.backtest.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.lab.backtest.baseline.PassiveAggressive.Slack;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The daily wealth of the authors' own runs over the Dow Jones of 2001 to 2003. */
class DjiaTest {
    static Stream<Arguments> runs() {
        return Stream.of(
                run("ubah", Hold::uniform, 1e-6),
                run("ucrp", Periodic::uniform, 1e-6),
                run("best", n -> new BestAsset(), 1e-6),
                run("bcrp", n -> new BestMix(), 1e-4),
                run("eg", n -> new ExponentialGradient(0.05), 1e-6),
                run("pamr", n -> PassiveAggressive.published(Slack.NONE), 1e-6),
                run("olmar1", n -> MeanReversion.published(), 1e-6));
    }

    /** Final wealth from programs written apart: the multiplier by bisection, the projection by accelerated gradient. */
    static Stream<Arguments> recomputed() {
        return Stream.of(
                Arguments.of(ConfidenceWeighted.published(), 0.6881247862115821),
                Arguments.of(new Anticor(30), 1.738375386489636),
                Arguments.of(OnlineNewtonStep.published(), 1.5329901662912198));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recomputed")
    void endsWhereAnotherProgramEnds(WeightStrategy strategy, double wealth) {
        assertThat(Olps.run(Olps.table("djia"), strategy).last()).isCloseTo(wealth, within(1e-9));
    }

    private static Arguments run(String name, IntFunction<WeightStrategy> strategy, double tolerance) {
        return Arguments.of(name, strategy, tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void hasTheWealthOfEveryDay(String name, IntFunction<WeightStrategy> strategy, double tolerance) {
        PriceTable table = Olps.table("djia");
        double[] published = Olps.published(name);
        double[] own = Olps.run(table, strategy.apply(table.assets())).equity();

        assertThat(own).hasSameSizeAs(published).hasSize(508);
        double farthest = 0;
        for (int day = 0; day < own.length; day++) {
            farthest = Math.max(farthest, Math.abs(own[day] - published[day]));
        }
        assertThat(farthest).isLessThan(tolerance);
    }
}
