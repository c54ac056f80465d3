package io.ballast.lab.bench.backtest;

import io.ballast.lab.bench.Effort;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether twice the bars take twice the time.
 *
 * @param seed of the prices
 * @param most rows of the longest series
 */
record LinearFigures(long seed, int most, Effort effort) {
    /** What a bar of the longest series may take, in terms of the cheapest: caches end, and nothing else may grow. */
    private static final double BOUND = 2.5;

    private static final int FEWEST = 10_000;
    private static final int STEP = 10;

    /** Nanoseconds a bar at each length, and how far they are apart. */
    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        double[] cheapest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] last = new double[2];
        for (int rows = Math.min(FEWEST, most); rows <= most; rows = Math.multiplyExact(rows, STEP)) {
            Contest contest = new Contest(new RandomWalk(seed).closes(Contest.ASSETS, rows));
            contest.check();
            last = new double[] {nanos(rows, contest::w1), nanos(rows, contest::w2)};
            for (int i = 0; i < last.length; i++) {
                cheapest[i] = Math.min(cheapest[i], last[i]);
                figures.add(Figure.of("W" + (i + 1) + " kernel over " + words(rows) + " bars", last[i], "ns/bar"));
            }
        }
        for (int i = 0; i < last.length; i++) {
            figures.add(Figure.of("W" + (i + 1) + " longest over cheapest", last[i] / cheapest[i], "times")
                    .most(BOUND));
        }
        return figures;
    }

    private double nanos(int rows, Runnable work) {
        return new Stopwatch(effort).seconds(work) * 1e9 / rows;
    }

    private static String words(int rows) {
        return rows >= 1_000_000 ? rows / 1_000_000 + " M" : rows >= 1_000 ? rows / 1_000 + " k" : "" + rows;
    }
}
