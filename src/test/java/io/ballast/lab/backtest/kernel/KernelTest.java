package io.ballast.lab.backtest.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.ballast.base.metric.WeightPath;
import io.ballast.lab.backtest.baseline.BestAsset;
import io.ballast.lab.backtest.baseline.Hold;
import io.ballast.lab.backtest.baseline.MeanReversion;
import io.ballast.lab.backtest.baseline.Mix;
import io.ballast.lab.backtest.baseline.Periodic;
import io.ballast.lab.backtest.baseline.SmaCross;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final Cost THIRTY = new Cost(0.003, Charging.BEFORE_WEIGHTING);

    /** Weights that a test gives for each row. */
    private record Given(double[][] targets) implements WeightStrategy {
        @Override
        public String name() {
            return "given";
        }

        @Override
        public WeightRule start(PriceTable table) {
            return (now, target) -> {
                System.arraycopy(targets[now.row()], 0, target, 0, target.length);
                return true;
            };
        }
    }

    private static double[][] prices(int assets, int rows, SplittableRandom random) {
        double[][] prices = new double[assets][rows];
        for (double[] column : prices) {
            double price = Math.pow(10, random.nextInt(-4, 6));
            for (int row = 0; row < rows; row++) {
                column[row] = price;
                price *= 1 + 0.2 * (random.nextDouble() - 0.5);
            }
        }
        return prices;
    }

    private static double[][] transposed(double[][] columns) {
        return IntStream.range(0, columns[0].length)
                .mapToObj(row -> IntStream.range(0, columns.length)
                        .mapToDouble(asset -> columns[asset][row])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] targets(int assets, int rows, SplittableRandom random) {
        return IntStream.range(0, rows)
                .mapToObj(row ->
                        random.doubles(assets).map(share -> share / assets).toArray())
                .toArray(double[][]::new);
    }

    /** The definition, written out in floating point over weights. */
    @Test
    void followsTheDefinitionForRandomPricesWeightsAndCosts() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int assets = random.nextInt(1, 7);
            double[][] prices = prices(assets, 60, random);
            double[][] targets = targets(assets, 60, random);
            double fee = 0.02 * random.nextDouble();

            WeightPath expected = WeightPath.of(transposed(prices), targets, fee);
            KernelResult actual = new Kernel(new Cost(fee, Charging.BEFORE_WEIGHTING), Opening.CASH)
                    .run(PriceTable.ofPrices(prices), new Given(targets));

            assertThat(actual.equity()).containsExactly(expected.equity(), within(1e-9));
            assertThat(actual.turnover()).isCloseTo(expected.turnover(), within(1e-7));
            assertThat(actual.costs()).isCloseTo(expected.fees(), within(1e-9));
        }
    }

    @Test
    void solvesForWhatIsLeftWhenEveryTradePaysForItself() {
        PriceTable table = PriceTable.ofRelatives(new double[][] {{1.5, 0.8}});
        WeightStrategy strategy = Periodic.of(Mix.of(0.5, 0.3), 1);
        double after = new Kernel(new Cost(0.01, Charging.SELF_FINANCING), Opening.INVESTED)
                .run(table, strategy)
                .last();

        double before = 0.5 * 1.5 + 0.3 * 0.8 + 0.2;
        double traded = Math.abs(0.75 - 0.5 * after) + Math.abs(0.24 - 0.3 * after);
        assertThat(after).isCloseTo(before - 0.01 * traded, within(1e-15));
        assertThat(new Kernel(new Cost(0.01, Charging.BEFORE_WEIGHTING), Opening.INVESTED)
                        .run(table, strategy)
                        .last())
                .isCloseTo(before - 0.01 * (0.75 - 0.595 + 0.357 - 0.24), within(1e-15))
                .isNotCloseTo(after, within(1e-6));
    }

    @Test
    void buysForCashWhatIsLeftAfterItsCost() {
        KernelResult result = new Kernel(new Cost(0.25, Charging.SELF_FINANCING), Opening.CASH)
                .run(PriceTable.ofRelatives(new double[][] {{1}}), Hold.uniform(1));

        assertThat(result.last()).isCloseTo(0.8, within(1e-15));
        assertThat(result.costs()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void growsAndShrinksByHundredsOfOrdersOfMagnitude() {
        double[][] relatives = new double[400][];
        for (int i = 0; i < 400; i++) {
            relatives[i] = i < 200 ? new double[] {31.25, 31.25} : new double[] {0.032, 0.032};
        }
        KernelResult result =
                new Kernel(Cost.NONE, Opening.CASH).run(PriceTable.ofRelatives(relatives), Periodic.uniform(2));

        assertThat(result.equity()[200]).isCloseTo(Math.pow(31.25, 200), within(1e-13 * Math.pow(31.25, 200)));
        assertThat(result.last()).isCloseTo(1, within(1e-13));
    }

    @Test
    void refusesToGoOnBeyondTheRangeOfNumbers() {
        double[][] relatives = new double[600][];
        for (int i = 0; i < 600; i++) {
            relatives[i] = new double[] {100};
        }
        PriceTable table = PriceTable.ofRelatives(relatives);

        assertThatThrownBy(() -> new Kernel(Cost.NONE, Opening.CASH).run(table, Hold.uniform(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("range of numbers");
    }

    @Test
    void staysAtNothingOnceAllIsLost() {
        double[][] relatives = {{1.1, 1}, {0, 0}, {2, 2}};
        KernelResult result =
                new Kernel(THIRTY, Opening.CASH).run(PriceTable.ofRelatives(relatives), Periodic.uniform(2));

        assertThat(result.equity()[2]).isZero();
        assertThat(result.last()).isZero();
        assertThat(result.returns().at(1)).isEqualTo(-1);
    }

    @Test
    void keepsInCashWhatTheWeightsLeave() {
        KernelResult result = new Kernel(Cost.NONE, Opening.CASH)
                .run(PriceTable.ofRelatives(new double[][] {{2}}), Hold.of(Mix.of(0.25)));

        assertThat(result.last()).isCloseTo(1.25, within(1e-16));
    }

    @Test
    void hashesEveryRowAndItsIdentity() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] prices = prices(3, 500, random);
        KernelResult once = new Kernel(THIRTY, Opening.CASH).run(PriceTable.ofPrices(prices), Periodic.uniform(3));
        List<KernelResult> others = List.of(
                new Kernel(THIRTY, Opening.INVESTED).run(PriceTable.ofPrices(prices), Periodic.uniform(3)),
                new Kernel(THIRTY, Opening.CASH).run(PriceTable.ofPrices(prices), Periodic.of(Mix.equal(3), 2)));

        assertThat(once.hash())
                .isEqualTo(new Kernel(THIRTY, Opening.CASH)
                        .run(PriceTable.ofPrices(prices), Periodic.uniform(3))
                        .hash());
        assertThat(others).extracting(KernelResult::hash).doesNotContain(once.hash());

        double last = prices[1][499];
        prices[1][250] *= 1.000_001;
        assertThat(prices[1][499]).isEqualTo(last);
        assertThat(new Kernel(THIRTY, Opening.CASH)
                        .run(PriceTable.ofPrices(prices), Periodic.uniform(3))
                        .hash())
                .isNotEqualTo(once.hash());
    }

    /** Beside the equity that it answers with, it allocates as much for many rows as for few. */
    @Test
    void makesNoObjectForARow() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Kernel kernel = new Kernel(new Cost(0.003, Charging.SELF_FINANCING), Opening.CASH);
        PriceTable table = PriceTable.ofPrices(prices(2, 5_000, new SplittableRandom(5)));
        for (WeightStrategy strategy : List.of(Periodic.uniform(2), new SmaCross(0, 5, 20))) {
            kernel.run(table, strategy);
            long before = threads.getCurrentThreadAllocatedBytes();
            KernelResult result = kernel.run(table, strategy);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated - 8L * result.equity().length)
                    .as(strategy.name())
                    .isLessThan(30_000);
        }
    }

    @Test
    void givesTheSameBitsOnSeveralThreads() {
        PriceTable table = PriceTable.ofPrices(prices(4, 2_000, new SplittableRandom(9)));

        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> new Kernel(THIRTY, Opening.CASH)
                                .run(table, Periodic.uniform(4))
                                .hash())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void showsASpacedRuleWhatItWouldSeeInACoarserTable() {
        double[][] prices = prices(3, 101, new SplittableRandom(4));
        double[][] coarse = IntStream.range(0, 3)
                .mapToObj(asset -> IntStream.rangeClosed(0, 20)
                        .mapToDouble(row -> prices[asset][5 * row])
                        .toArray())
                .toArray(double[][]::new);
        Kernel kernel = new Kernel(THIRTY, Opening.CASH);
        for (WeightStrategy strategy : List.of(MeanReversion.published(), new SmaCross(1, 2, 4))) {
            KernelResult spaced = kernel.run(PriceTable.ofPrices(prices), new Spaced(strategy, 5));
            KernelResult alone = kernel.run(PriceTable.ofPrices(coarse), strategy);

            assertThat(spaced.last()).isCloseTo(alone.last(), within(1e-9));
            assertThat(spaced.rebalances()).isEqualTo(alone.rebalances());
        }
        assertThatThrownBy(() -> new Spaced(new BestAsset(), 5)).hasMessageContaining("best");
    }

    @Test
    void refusesWeightsThatAreNone() {
        PriceTable table = PriceTable.ofRelatives(new double[][] {{1, 1}});
        Kernel kernel = new Kernel(Cost.NONE, Opening.CASH);

        assertThatThrownBy(() -> kernel.run(table, new Given(new double[][] {{0.7, 0.4}})))
                .hasMessageContaining("more than 1");
        assertThatThrownBy(() -> kernel.run(table, new Given(new double[][] {{1.1, -0.1}})))
                .hasMessageContaining("-0.1");
        assertThatThrownBy(() -> kernel.run(table, new Given(new double[][] {{Double.NaN, 0}})))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Cost(0.6, Charging.SELF_FINANCING)).hasMessageContaining("0.6");
    }
}
