package io.ballast.lab.bench.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Correlated random walks as minutes of a market, in units of 10⁻⁸; the same for the same seed, and a longer one begins like a shorter. */
record RandomWalk(long seed) {
    /** Units of one whole. */
    static final double WHOLE = 1e8;

    private static final double FIRST = 100 * WHOLE;
    private static final double LEAST = 0.01 * WHOLE;
    private static final double STEP = 0.002;
    private static final double COMMON = 0.6;

    /** Closes by asset and row. */
    long[][] closes(int assets, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] closes = new long[assets][rows];
        double[] price = new double[assets];
        Arrays.fill(price, FIRST);
        for (int row = 0; row < rows; row++) {
            double common = COMMON * (random.nextDouble() - 0.5);
            for (int asset = 0; asset < assets; asset++) {
                closes[asset][row] = Math.round(price[asset]);
                double own = random.nextDouble() - 0.5;
                price[asset] = Math.max(LEAST, price[asset] * (1 + STEP * (common + own)));
            }
        }
        return closes;
    }
}
