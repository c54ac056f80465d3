package io.ballast.lab.backtest.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.metric.Draws;
import io.ballast.lab.backtest.baseline.PassiveAggressive.Slack;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinesTest {
    private static final int ASSETS = 4;
    private static final int ROWS = 200;

    private static double[][] closes(long seed) {
        Draws draws = new Draws(seed);
        double[][] closes = new double[ASSETS][ROWS];
        for (int asset = 0; asset < ASSETS; asset++) {
            double price = 100;
            for (int row = 0; row < ROWS; row++) {
                closes[asset][row] = price;
                price *= 1 + (0.02 + 0.02 * asset) * (draws.uniform() - 0.49);
            }
        }
        return closes;
    }

    static List<WeightStrategy> all() {
        return List.of(
                Hold.uniform(ASSETS),
                Hold.byCapitalisation(5, 3, 1, 1),
                Periodic.uniform(ASSETS),
                Periodic.of(Mix.equal(ASSETS), 7),
                new Threshold(Mix.equal(ASSETS), 0.01),
                NoTradeBand.forCost(Mix.equal(ASSETS), 0.003),
                new InverseVolatility(20, 5),
                new Momentum(20, 2, 5),
                new ExponentialGradient(0.05),
                OnlineNewtonStep.published(),
                PassiveAggressive.published(Slack.NONE),
                PassiveAggressive.published(Slack.LINEAR),
                PassiveAggressive.published(Slack.QUADRATIC),
                MeanReversion.published(),
                ConfidenceWeighted.published(),
                new Anticor(10),
                new UniversalPortfolio(50, 7),
                new SmaCross(0, 5, 20),
                new BestAsset(),
                new BestMix());
    }

    private static KernelResult run(double[][] closes, WeightStrategy strategy) {
        return new Kernel(new Cost(0.003, Charging.SELF_FINANCING), Opening.CASH)
                .run(PriceTable.ofPrices(closes), strategy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void decidesByThePastAlone(WeightStrategy strategy) {
        double[][] other = closes(1);
        for (double[] column : other) {
            for (int row = 150; row < ROWS; row++) {
                column[row] *= 1 + 0.3 * Math.sin(row + column[0] + column[1]);
            }
        }
        other[2][150] *= 5;
        double[] seen = Arrays.copyOf(run(closes(1), strategy).equity(), 150);
        double[] changed = Arrays.copyOf(run(other, strategy).equity(), 150);

        assertThat(Arrays.equals(seen, changed)).isEqualTo(!strategy.clairvoyant());
    }

    @Test
    void haveNamesOfTheirOwnAndStartAfresh() {
        assertThat(all()).extracting(WeightStrategy::name).doesNotHaveDuplicates();
        for (WeightStrategy strategy : all()) {
            assertThat(run(closes(2), strategy).hash())
                    .as(strategy.name())
                    .isEqualTo(run(closes(2), strategy).hash());
        }
    }

    @Test
    void areAllInTheSetThePrincipalOnesFirst() {
        BaselineSet set = new BaselineSet(
                Mix.of(0, 0, 0, 1), Mix.equal(ASSETS), Optional.of(Mix.of(0.7, 0.1, 0.1, 0.1)), 0.003, 1, 7);

        assertThat(set.principal()).extracting(WeightStrategy::name).containsExactly("band", "hold", "equal-weight");
        assertThat(set.all())
                .startsWith(set.principal().toArray(WeightStrategy[]::new))
                .hasSize(17)
                .extracting(WeightStrategy::name)
                .doesNotHaveDuplicates();
        assertThat(set.all()).filteredOn(WeightStrategy::clairvoyant).hasSize(2);
    }

    @Test
    void boundWhatAnyMixCanReachByTheBest() {
        PriceTable table = PriceTable.ofPrices(closes(3));
        Kernel free = new Kernel(Cost.NONE, Opening.CASH);
        double best = free.run(table, new BestMix()).last();
        Draws draws = new Draws(4);

        assertThat(best).isGreaterThanOrEqualTo(free.run(table, new BestAsset()).last() * (1 - 1e-9));
        for (int i = 0; i < 100; i++) {
            double[] sizes = new double[ASSETS];
            Arrays.setAll(sizes, asset -> draws.uniform());
            assertThat(free.run(table, Periodic.of(Mix.proportional(sizes), 1)).last())
                    .isLessThan(best);
        }
    }

    @Test
    void keepTheWeightsOfCapitalisationWithoutATrade() {
        double[][] closes = closes(5);
        KernelResult held =
                new Kernel(Cost.NONE, Opening.CASH).run(PriceTable.ofPrices(closes), Hold.byCapitalisation(5, 3, 1, 1));
        double expected = 0;
        double[] share = {0.5, 0.3, 0.1, 0.1};
        for (int asset = 0; asset < ASSETS; asset++) {
            expected += share[asset] * closes[asset][ROWS - 1] / closes[asset][0];
        }

        assertThat(held.last()).isCloseTo(expected, within(1e-11));
        assertThat(held.rebalances()).isEqualTo(1);
    }

    @Test
    void areTheMeanOfAllSampledMixes() {
        PriceTable table = PriceTable.ofPrices(closes(6));
        Kernel free = new Kernel(Cost.NONE, Opening.CASH);
        // With one member the sample is that mix; the seeds draw the members one after the other.
        double one = free.run(table, new UniversalPortfolio(1, 11)).last();
        double many = free.run(table, new UniversalPortfolio(4_000, 11)).last();
        double mean = free.run(table, Periodic.uniform(ASSETS)).last();

        assertThat(one).isNotCloseTo(many, within(1e-4));
        assertThat(many).isCloseTo(mean, within(0.03));
    }

    /** Over two assets, of which one stands still and the other doubles and halves, the universal portfolio is an integral. */
    @Test
    void comeNearTheIntegralOverTwoAssets() {
        double[][] relatives = {{1, 2}, {1, 0.5}, {1, 2}};
        double end = new Kernel(Cost.NONE, Opening.CASH)
                .run(PriceTable.ofRelatives(relatives), new UniversalPortfolio(20_000, 3))
                .last();
        double integral = 0;
        for (int i = 0; i < 10_000; i++) {
            double share = (i + 0.5) / 10_000;
            integral += (1 + share) * (1 - share / 2) * (1 + share) / 10_000;
        }

        assertThat(end).isCloseTo(integral, within(0.01));
    }

    @Test
    void tradeOnlyWhenAWeightIsTooFarOff() {
        double[][] relatives = {{1.05, 1}, {1.3, 1}, {1, 1}};
        PriceTable table = PriceTable.ofRelatives(relatives);
        Kernel free = new Kernel(Cost.NONE, Opening.INVESTED);
        KernelResult threshold = free.run(table, new Threshold(Mix.equal(2), 0.05));
        KernelResult band = free.run(table, new NoTradeBand(Mix.equal(2), List.of(0.05, 0.05)));
        double off = 1.05 * 1.3 / (1.05 * 1.3 + 1) - 0.5;

        assertThat(threshold.rebalances()).isEqualTo(2);
        assertThat(threshold.turnover()).isCloseTo(2 * off, within(1e-12));
        assertThat(band.rebalances()).isEqualTo(2);
        assertThat(band.turnover()).isCloseTo(2 * (off - 0.05), within(1e-12));
    }

    @Test
    void weighByWhatMovedLittleOrRoseMuch() {
        double[][] relatives = {{1.01, 1.04}, {0.99, 0.96}, {1.01, 1.05}, {2, 1}};
        PriceTable table = PriceTable.ofRelatives(relatives);
        Kernel free = new Kernel(Cost.NONE, Opening.CASH);
        double ratio = deviation(1.01, 0.99, 1.01) / deviation(1.04, 0.96, 1.05);
        double inverse = free.run(table, new InverseVolatility(3, 3)).equity()[4]
                / free.run(table, new InverseVolatility(3, 3)).equity()[3];
        double momentum = free.run(table, new Momentum(3, 1, 3)).equity()[4]
                / free.run(table, new Momentum(3, 1, 3)).equity()[3];

        assertThat(inverse).isCloseTo(1 + 1 / (1 + ratio), within(1e-12));
        assertThat(momentum).isCloseTo(1, within(1e-15));
    }

    private static double deviation(double... relatives) {
        double[] logs = Arrays.stream(relatives).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum());
    }

    /** Cover's pair: one asset stands still, the other doubles and halves by turns. */
    @Test
    void growWhereNeitherAssetDoes() {
        double[][] relatives = new double[60][];
        for (int i = 0; i < 60; i++) {
            relatives[i] = new double[] {1, i % 2 == 0 ? 2 : 0.5};
        }
        PriceTable table = PriceTable.ofRelatives(relatives);
        Kernel free = new Kernel(Cost.NONE, Opening.CASH);

        assertThat(free.run(table, Hold.uniform(2)).last()).isCloseTo(1, within(1e-14));
        assertThat(free.run(table, Periodic.uniform(2)).last())
                .isCloseTo(Math.pow(9.0 / 8, 30), within(1e-12 * Math.pow(9.0 / 8, 30)));
        assertThat(new LogOptimum(table).weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        for (WeightStrategy reverting :
                List.of(PassiveAggressive.published(Slack.NONE), ConfidenceWeighted.published())) {
            assertThat(free.run(table, reverting).last()).as(reverting.name()).isGreaterThan(1e6);
        }
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThatThrownBy(() -> Mix.of(0.7, 0.4)).hasMessageContaining("more than 1");
        assertThatThrownBy(() -> Mix.of(-0.1, 0.4)).hasMessageContaining("negative");
        assertThatThrownBy(() -> Periodic.of(Mix.equal(2), 0)).hasMessageContaining("every 0 rows");
        assertThatThrownBy(() -> new SmaCross(0, 9, 9)).hasMessageContaining("9 and 9");
        assertThatThrownBy(() -> new Anticor(1)).hasMessageContaining("1 periods");
        assertThatThrownBy(() -> new NoTradeBand(Mix.equal(2), List.of(0.1))).hasMessageContaining("half-width");
        assertThatThrownBy(() -> new Momentum(0, 1, 1)).hasMessageContaining("no momentum");
        assertThatThrownBy(() -> new InverseVolatility(1, 1)).hasMessageContaining("no volatility");
        assertThatThrownBy(() -> new Threshold(Mix.equal(2), Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new UniversalPortfolio(0, 1)).hasMessageContaining("members");
    }
}
