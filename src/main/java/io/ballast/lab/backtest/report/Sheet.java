package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.judgement.BacktestResult;
import io.ballast.lab.backtest.judgement.Policy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A result on the points that are drawn: all sampled periods, or every so many of a long run.
 *
 * @param picks indices into the sampled periods, 0 for the start
 */
record Sheet(BacktestResult result, List<Integer> picks, Axis axis) {
    private static final int MOST_POINTS = 740;
    private static final double NEAR = 0.03;

    static Sheet of(BacktestResult result) {
        int periods = result.sampling().periods();
        int every = periods / MOST_POINTS + 1;
        List<Integer> picks = IntStream.rangeClosed(0, periods)
                .filter(i -> i % every == 0 || i == periods)
                .boxed()
                .toList();
        Axis axis = new Axis(
                picks.stream().map(result.sampling().ends()::get).toList(),
                result.sampling().daily());
        return new Sheet(result, picks, axis);
    }

    RunRecord run() {
        return result.run();
    }

    private int row(int point) {
        return result.sampling().rows().get(picks.get(point));
    }

    /** Values of a column of rows. */
    double[] values(double[] byRow) {
        return IntStream.range(0, picks.size()).mapToDouble(i -> byRow[row(i)]).toArray();
    }

    /** The least value of a column since the point before, so that a short fall is not lost. */
    double[] least(double[] byRow) {
        return IntStream.range(0, picks.size())
                .mapToDouble(i -> Arrays.stream(byRow, i == 0 ? 0 : row(i - 1) + 1, row(i) + 1)
                        .min()
                        .orElse(byRow[row(i)]))
                .toArray();
    }

    /** Values of something that each period has. */
    double[] ofPeriods(double[] byPeriod) {
        return picks.stream()
                .mapToDouble(i -> i == 0 ? Double.NaN : byPeriod[i - 1])
                .toArray();
    }

    /** The point that shows a row. */
    int point(int row) {
        return axis.at(Instant.ofEpochSecond(run().times()[row]));
    }

    /** What periods are called: {@code days}. */
    String periods() {
        return result.sampling().kind().name().toLowerCase(Locale.ROOT);
    }

    String name(Policy policy) {
        return name(policy.name());
    }

    String name(String baseline) {
        return baseline.equals("equal-weight") ? "1/N" : baseline;
    }

    /** Class that gives a policy its colour. */
    String css(Policy policy) {
        return switch (policy.name()) {
            case "band" -> "band";
            case "hold" -> "hold";
            case "equal-weight" -> "ew";
            default -> "core";
        };
    }

    /** The strategy first, then those of the three baselines whose lines can be told from its own. */
    List<Policy> drawn() {
        return IntStream.rangeClosed(0, result.principal().size())
                .mapToObj(i -> i == 0
                        ? result.strategy()
                        : result.principal().get(i - 1))
                .filter(policy -> policy.equals(result.strategy()) || policy.equals(result.best()) || distance(policy) > NEAR)
                .toList();
    }

    /** Baselines of the three that would lie on the strategy's line. */
    List<Policy> hidden() {
        return result.principal().stream()
                .filter(policy -> !drawn().contains(policy))
                .toList();
    }

    /** Greatest difference of the logarithms of both curves. */
    private double distance(Policy policy) {
        double[] own = values(result.strategy().curve());
        double[] other = values(policy.curve());
        return IntStream.range(0, own.length)
                .mapToDouble(i -> Math.abs(Math.log(own[i] / other[i])))
                .max()
                .orElse(0);
    }
}
