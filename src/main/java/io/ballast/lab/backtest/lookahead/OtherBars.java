package io.ballast.lab.backtest.lookahead;

import io.ballast.lab.backtest.engine.BarTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A table whose bars after one row are others: each price goes on from that row's close as a walk of its own, seeded, of five per
 * cent a bar, so that whoever looks ahead sees something else.
 */
record OtherBars(BarTable table, long seed) {
    private static final double STEP = 0.05;
    /** A generator whose algorithm is the same on every Java. */
    private static final String GENERATOR = "L64X128MixRandom";

    BarTable after(int cut) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed + cut);
        double[][] opens = columns(table.opens());
        double[][] closes = columns(table.closes());
        for (int row = cut + 1; row < table.rows(); row++) {
            for (int token = 0; token < closes.length; token++) {
                opens[token][row] = closes[token][row - 1];
                closes[token][row] = opens[token][row] * StrictMath.exp(STEP * random.nextGaussian());
            }
        }
        return new BarTable(
                table.tokens(), table.timeframe(), table.starts(), opens, closes, absent(cut), table.first());
    }

    private static double[][] columns(double[][] columns) {
        return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }

    private BitSet[] absent(int cut) {
        return Arrays.stream(table.absent()).map(gaps -> gaps.get(0, cut + 1)).toArray(BitSet[]::new);
    }
}
