package io.ballast.base.metric;

/**
 * Sums of a series over blocks of time, from which the Sharpe ratio of any set of blocks follows.
 *
 * @param size periods of a block
 * @param sums of the returns of each block
 * @param squares of the returns of each block, summed
 */
record BlockSums(int size, double[] sums, double[] squares) {

    /** @throws IllegalArgumentException if a block would have less than two periods */
    static BlockSums of(double[] returns, int blocks) {
        int size = returns.length / blocks;
        if (size < 2) {
            throw new IllegalArgumentException(returns.length + " periods are too few for " + blocks + " blocks");
        }
        double[] sums = new double[blocks];
        double[] squares = new double[blocks];
        int first = returns.length - size * blocks;
        for (int i = first; i < returns.length; i++) {
            int block = (i - first) / size;
            sums[block] += returns[i];
            squares[block] += returns[i] * returns[i];
        }
        return new BlockSums(size, sums, squares);
    }

    /**
     * Sharpe ratio per period over blocks; 0 where nothing was made or lost, infinite where something was without deviation.
     *
     * @param blocks a bit for each
     */
    double sharpe(int blocks) {
        double sum = 0;
        double square = 0;
        for (int left = blocks; left != 0; left &= left - 1) {
            int block = Integer.numberOfTrailingZeros(left);
            sum += sums[block];
            square += squares[block];
        }
        if (sum == 0) {
            return 0;
        }
        double n = (double) size * Integer.bitCount(blocks);
        double spread = Math.max(0, square - sum * sum / n);
        return sum / n / StrictMath.sqrt(spread / (n - 1));
    }
}
