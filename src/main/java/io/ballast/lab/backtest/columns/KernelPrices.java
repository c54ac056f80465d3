package io.ballast.lab.backtest.columns;

import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.think.model.Sha256;
import java.nio.ByteBuffer;

/**
 * What the kernel runs over.
 *
 * @param times of the closes, seconds since the epoch, one a row
 * @param closes USD by asset and row
 * @param cash USD by row
 * @param first row that is traded on
 * @param hash of all of it, hex
 */
record KernelPrices(long[] times, double[][] closes, double[] cash, int first, DataFacts facts, String hash) {
    private static final int ROWS = 4096;

    static KernelPrices of(long[] times, double[][] closes, double[] cash, int first, DataFacts facts) {
        Sha256 hash = new Sha256();
        double[][] all = new double[closes.length + 1][];
        System.arraycopy(closes, 0, all, 0, closes.length);
        all[closes.length] = cash;
        for (int from = 0; from < times.length; from += ROWS) {
            int to = Math.min(times.length, from + ROWS);
            ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES * (all.length + 1));
            for (int row = from; row < to; row++) {
                bytes.putLong(times[row]);
                for (double[] column : all) {
                    bytes.putDouble(column[row]);
                }
            }
            hash.add(bytes.array());
        }
        return new KernelPrices(times, closes, cash, first, facts, hash.hex());
    }

    /** Closes in cash, by asset and row. */
    double[][] inCash() {
        double[][] columns = new double[closes.length][times.length];
        for (int asset = 0; asset < closes.length; asset++) {
            for (int row = 0; row < times.length; row++) {
                columns[asset][row] = closes[asset][row] / cash[row];
            }
        }
        return columns;
    }
}
