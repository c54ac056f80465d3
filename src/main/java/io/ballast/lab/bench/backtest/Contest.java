package io.ballast.lab.bench.backtest;

import io.ballast.lab.backtest.baseline.Periodic;
import io.ballast.lab.backtest.baseline.SmaCross;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;

/**
 * The two workloads of the literature over the same closes: W1 crosses the means of 50 and 200 closes of the first asset at one basis
 * point a side, W2 restores five equal weights at every bar at 0.3 % of what is traded. Thread-safe.
 */
final class Contest {
    static final int ASSETS = 5;
    static final int FAST = 50;
    static final int SLOW = 200;
    static final double W1_RATE = 0.0001;
    static final double W2_RATE = 0.003;

    /** Relative difference that rounding of floating point explains over ten million bars. */
    static final double TOLERANCE = 1e-9;

    private static final Kernel CROSSING = new Kernel(new Cost(W1_RATE, Charging.SELF_FINANCING), Opening.CASH);
    private static final Kernel REBALANCING =
            new Kernel(new Cost(W2_RATE, Charging.BEFORE_WEIGHTING), Opening.INVESTED);

    private final long[][] closes;
    private final PriceTable one;
    private final PriceTable five;

    Contest(long[][] closes) {
        this.closes = closes;
        this.one = PriceTable.ofCloses(new long[][] {closes[0]});
        this.five = PriceTable.ofCloses(closes);
    }

    int rows() {
        return closes[0].length;
    }

    long[][] closes() {
        return closes;
    }

    KernelResult w1() {
        return w1(FAST, SLOW);
    }

    KernelResult w1(int fast, int slow) {
        return CROSSING.run(one, new SmaCross(0, fast, slow));
    }

    KernelResult w2() {
        return REBALANCING.run(five, Periodic.uniform(ASSETS));
    }

    double[] plainW1() {
        double[] equity = new double[rows()];
        PlainLoop.crossing(closes[0], FAST, SLOW, W1_RATE, equity);
        return equity;
    }

    double[] plainW2() {
        double[] equity = new double[rows()];
        PlainLoop.rebalancing(closes, W2_RATE, equity);
        return equity;
    }

    /**
     * Refuses to go on if the kernel and the loops differ in any row.
     *
     * @return the largest relative difference
     */
    double check() {
        return Math.max(requireSame("W1", w1().equity(), plainW1()), requireSame("W2", w2().equity(), plainW2()));
    }

    static double requireSame(String workload, double[] kernel, double[] plain) {
        double worst = 0;
        for (int row = 0; row < kernel.length; row++) {
            double difference = difference(kernel[row], plain[row]);
            if (!(difference <= TOLERANCE)) {
                throw new UnequalResultsException(workload + ", row " + row + ": the kernel has " + kernel[row]
                        + ", the plain loop " + plain[row]);
            }
            worst = Math.max(worst, difference);
        }
        return worst;
    }

    /** Relative. */
    static double difference(double one, double other) {
        return Math.abs(one / other - 1);
    }
}
