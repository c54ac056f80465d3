package io.ballast.lab.bench.backtest;

import io.ballast.lab.bench.Effort;
import java.util.ArrayList;
import java.util.List;

/** The kernel beside loops by hand, by CPU time of one thread; what both take the prices from is there before. */
record KernelFigures(Contest contest, Effort effort) {
    private static final double W1_BOUND = 10e6;
    private static final double W2_BOUND = 5e6;
    private static final String BARS = "bars/s";

    /** @throws UnequalResultsException before anything is timed, if they disagree */
    List<Figure> measure() {
        double difference = contest.check();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("kernel and plain loop, largest difference", difference, "relative")
                .most(Contest.TOLERANCE));
        figures.add(speed("W1 kernel (means of 50 and 200, 1 bp)", contest::w1).least(W1_BOUND));
        figures.add(speed("W1 plain Java", contest::plainW1));
        figures.add(speed("W2 kernel (5 assets each bar, 0.3 %)", contest::w2).least(W2_BOUND));
        figures.add(speed("W2 plain Java", contest::plainW2));
        return figures;
    }

    private Figure speed(String what, Runnable work) {
        return Figure.of(what, contest.rows() / new Stopwatch(effort).seconds(work), BARS);
    }
}
