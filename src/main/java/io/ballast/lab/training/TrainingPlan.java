package io.ballast.lab.training;

import io.ballast.think.model.FitPlan;
import java.time.Duration;
import java.util.List;

/**
 * What to record, label and fit.
 *
 * @param name of the model
 * @param seed of start weights, resampling and the members' own seeds
 * @param historySeeds markets to record, at least one
 * @param bars of each history
 * @param timeframe of a bar
 * @param horizon bars over which net log growth is counted
 * @param starts portfolios tried at each bar
 * @param folds of the walk-forward, 1 to 3; the last one's networks are kept
 * @param members of the ensemble
 * @param hidden widths of the hidden layers
 * @param temperature percent of net log growth per unit of score: lower trusts small differences more
 * @param kappa deviations that the lower bound lies below the mean
 * @param trials configurations tried before this one, itself included
 */
public record TrainingPlan(
        String name,
        long seed,
        List<Long> historySeeds,
        int bars,
        Duration timeframe,
        int horizon,
        int starts,
        int folds,
        int members,
        int[] hidden,
        double temperature,
        double kappa,
        FitPlan fit,
        int trials) {

    public TrainingPlan {
        historySeeds = List.copyOf(historySeeds);
        if (historySeeds.isEmpty() || horizon < 1 || starts < 1 || members < 1 || folds < 1 || folds > 3) {
            throw new IllegalArgumentException(
                    "a plan needs a history, horizon, starts and members of at least 1, and 1 to 3 folds");
        }
    }
}
