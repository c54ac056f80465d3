package io.ballast.lab.backtest.judgement;

/**
 * The deepest fall below an earlier peak and the longest stay below one, on every row and not only at the ends of days.
 *
 * @param depth zero or negative
 * @param peak row before the deepest fall
 * @param trough row of the deepest fall
 * @param longestDays from a peak to the row that reached it again, or to the end
 */
public record Fall(double depth, int peak, int trough, double longestDays) {
    private static final double DAY = 86_400;

    static Fall of(double[] curve, long[] times) {
        Fall deepest = new Fall(0, 0, 0, 0);
        int peak = 0;
        long longest = 0;
        for (int row = 1; row < curve.length; row++) {
            boolean below = curve[row] < curve[peak];
            longest = Math.max(longest, below || row - peak > 1 ? times[row] - times[peak] : 0);
            if (below && curve[row] / curve[peak] - 1 < deepest.depth) {
                deepest = new Fall(curve[row] / curve[peak] - 1, peak, row, 0);
            }
            peak = below ? peak : row;
        }
        return new Fall(deepest.depth, deepest.peak, deepest.trough, longest / DAY);
    }
}
