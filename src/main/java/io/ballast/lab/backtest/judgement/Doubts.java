package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.Moments;
import io.ballast.base.metric.Overfitting;
import io.ballast.base.metric.SharpeEvidence;
import io.ballast.base.metric.Trials;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of the result may be luck. Sharpe ratios are those of the strategy alone: they hold the market's rise too and speak of no
 * edge over a baseline.
 *
 * @param probabilistic probability that the true Sharpe ratio is above zero
 * @param deflated probability that it is above the best that luck would show in as many trials
 * @param trials recorded for the strategy, this one included
 * @param leastDays that returns like these need before their ratio is above zero with 95 % confidence
 * @param days that there are
 * @param overfitting by cross-validation over the trials of the same period; empty with fewer than two, or too short ones
 * @param rankedTrials of the same period
 */
public record Doubts(
        OptionalDouble probabilistic,
        OptionalDouble deflated,
        int trials,
        OptionalDouble leastDays,
        double days,
        Optional<Overfitting> overfitting,
        int rankedTrials) {
    private static final int MOST_BLOCKS = 16;
    private static final int SHORTEST_BLOCK = 5;

    /** Beyond this many trials fewer blocks keep the number of comparisons in bounds. */
    private static final int MANY = 200;

    /** @param trials of the strategy; none stands for this one alone */
    static Doubts of(Policy policy, Sampling sampling, Trial own, List<Trial> trials) {
        Optional<SharpeEvidence> evidence = policy.performance().evidence();
        OptionalDouble least = policy.performance().leastPeriods();
        List<Trial> ranked = trials.stream().filter(own::besides).toList();
        return new Doubts(
                policy.performance().probabilistic(),
                evidence.map(e -> e.deflated(luck(trials, sampling))).orElse(OptionalDouble.empty()),
                Math.max(1, trials.size()),
                least.isPresent() ? OptionalDouble.of(sampling.days(least.getAsDouble())) : least,
                sampling.days(sampling.periods()),
                overfitting(ranked),
                ranked.size());
    }

    /** Ratios of trials with other periods are brought to this one's. */
    private static Trials luck(List<Trial> trials, Sampling sampling) {
        double[] sharpes = trials.stream()
                .filter(trial -> trial.evidence().isPresent())
                .mapToDouble(trial -> trial.evidence().orElseThrow().sharpe()
                        * StrictMath.sqrt(trial.year().count() / sampling.year().count()))
                .toArray();
        return new Trials(
                Math.max(1, trials.size()), Moments.of(sharpes).deviation().orElse(0));
    }

    private static Optional<Overfitting> overfitting(List<Trial> trials) {
        if (trials.size() < 2) {
            return Optional.empty();
        }
        double[][] returns =
                trials.stream().map(trial -> trial.returns().toArray()).toArray(double[][]::new);
        int most = trials.size() > MANY ? MOST_BLOCKS - 6 : MOST_BLOCKS;
        int blocks = Math.min(most, returns[0].length / SHORTEST_BLOCK / 2 * 2);
        return blocks < 2 ? Optional.empty() : Optional.of(Overfitting.of(returns, blocks));
    }
}
