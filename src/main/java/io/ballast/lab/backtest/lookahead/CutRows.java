package io.ballast.lab.backtest.lookahead;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Where to cut: one row in each of equal parts of a run, by chance among those whose decision was to trade, since a decision to hold
 * may hide what it knew.
 *
 * @param first row
 * @param last row after which there still is one
 */
record CutRows(int first, int last, BitSet traded, long seed) {

    List<Integer> choose(int wanted) {
        int rows = last - first + 1;
        int cuts = Math.min(wanted, rows);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            int from = first + (int) ((long) rows * i / cuts);
            int to = first + (int) ((long) rows * (i + 1) / cuts);
            chosen.add(one(from, to, random));
        }
        return chosen;
    }

    private int one(int from, int to, RandomGenerator random) {
        int[] trades = traded.get(from, to).stream().toArray();
        return trades.length > 0 ? from + trades[random.nextInt(trades.length)] : random.nextInt(from, to);
    }
}
