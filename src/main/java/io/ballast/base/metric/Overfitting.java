package io.ballast.base.metric;

import java.util.Arrays;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado and Zhu
 * 2015): time is cut into blocks, each half of the blocks chooses the trial with the best Sharpe ratio, and the other half
 * ranks it.
 *
 * @param splits number of ways to choose half of the blocks
 * @param probability share of splits where the chosen trial came out in the lower half
 * @param probabilityOfLoss share of splits where it lost outside of what chose it
 */
public record Overfitting(int splits, double probability, double probabilityOfLoss) {
    private static final int MOST_BLOCKS = 20;

    /**
     * Over all trials, not only the good ones.
     *
     * @param returns a row of equal length for each trial, at least two
     * @param blocks even, from 2 to 20; periods that do not fill a block are left out at the start
     * @throws IllegalArgumentException if there are fewer than two trials, or fewer than two periods in a block
     */
    public static Overfitting of(double[][] returns, int blocks) {
        if (returns.length < 2 || blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
            throw new IllegalArgumentException("cannot split " + returns.length + " trials into " + blocks + " blocks");
        }
        BlockSums[] trials =
                Arrays.stream(returns).map(row -> BlockSums.of(row, blocks)).toArray(BlockSums[]::new);
        int splits = 0;
        int low = 0;
        int losing = 0;
        for (int chosen = 0; chosen < 1 << blocks; chosen++) {
            if (Integer.bitCount(chosen) == blocks / 2) {
                Split split = new Split(trials, chosen, ~chosen & ((1 << blocks) - 1));
                splits++;
                low += split.rankOfBest() <= 0.5 ? 1 : 0;
                losing += split.lossOfBest() ? 1 : 0;
            }
        }
        return new Overfitting(splits, (double) low / splits, (double) losing / splits);
    }

    /** Sharpe ratios of all trials inside and outside of the chosen blocks. */
    private record Split(BlockSums[] trials, int inside, int outside) {

        int best() {
            int best = 0;
            for (int i = 1; i < trials.length; i++) {
                best = trials[i].sharpe(inside) > trials[best].sharpe(inside) ? i : best;
            }
            return best;
        }

        /** Relative rank outside, in (0, 1); trials that are as good share their ranks. */
        double rankOfBest() {
            double own = trials[best()].sharpe(outside);
            double rank = 0.5;
            for (BlockSums trial : trials) {
                double other = trial.sharpe(outside);
                rank += other < own ? 1 : other == own ? 0.5 : 0;
            }
            return rank / (trials.length + 1);
        }

        boolean lossOfBest() {
            return trials[best()].sharpe(outside) < 0;
        }
    }
}
