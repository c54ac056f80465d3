package io.ballast.lab.training;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Name;
import io.ballast.base.units.Bps;
import io.ballast.think.model.FitPlan;
import java.time.Duration;
import java.util.List;

/** What somebody writes who trains a model: {@code models/NAME.yaml}. */
public record TrainingFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "Name of the model, the same as its file's.", required = true)
        Name name,

        @Key(value = "Strategy whose tokens, targets and rules the decisions follow.", required = true)
        Name strategy,

        @Key(value = "Fixes start portfolios, initial weights and resampling.", required = true)
        long seed,

        @Key(value = "Seeds of the markets to record, one history each.", required = true)
        List<Long> histories,

        @Key(value = "Bars of each history.", required = true, min = 100, max = 100_000)
        int bars,

        @Key(value = "Bars over which growth is counted.", defaultsTo = "6", min = 1, max = 100)
        int horizon,

        @Key(value = "Portfolios tried at each bar.", defaultsTo = "2", min = 1, max = 64)
        int starts,

        @Key(value = "Walk-forward folds; the last one's networks are kept.", defaultsTo = "2", min = 1, max = 3)
        int folds,

        @Key(value = "Networks of the ensemble.", defaultsTo = "5", min = 1, max = 32)
        int members,

        @Key(value = "Widths of the hidden layers.", defaultsTo = "64, 32")
        List<Integer> hidden,

        @Key(value = "Growth per unit of score; lower trusts small differences more.", defaultsTo = "5bps")
        Bps temperature,

        @Key(value = "Deviations of the ensemble between mean and lower bound.", defaultsTo = "1")
        Ratio kappa,

        @Key(value = "Most steps of fitting.", defaultsTo = "1500", min = 1, max = 1_000_000)
        int steps,

        @Key(value = "Decisions of a step.", defaultsTo = "64", min = 1, max = 4096)
        int batch,

        @Key(value = "Of Adam.", defaultsTo = "0.001") Ratio learningRate,
        @Key(value = "Weight decay.", defaultsTo = "0.0001") Ratio l2,

        @Key(value = "Weight of the quantiles' loss beside the score's.", defaultsTo = "0.4")
        Ratio quantileWeight,

        @Key(value = "Steps between two looks at the validation fold.", defaultsTo = "100", min = 1)
        int checkEvery,

        @Key(value = "Looks without improvement after which fitting stops.", defaultsTo = "5", min = 1)
        int patience,

        @Key(value = "Configurations tried before this one, itself included.", defaultsTo = "1", min = 1)
        int trials)
        implements Checked {

    @Override
    public void check(Check check) {
        if (histories.isEmpty() && check.clean("histories")) {
            check.problem("histories", "is an empty list, expected at least one seed");
        }
        if (histories.stream().distinct().count() < histories.size()) {
            check.problem("histories", "names a seed twice");
        }
        if (temperature.value() == 0) {
            check.problem("temperature", "is zero, expected at least 1bps");
        }
        if (learningRate.value().signum() == 0) {
            check.problem("learning_rate", "is zero, so nothing would be learnt");
        }
    }

    /**
     * Of a file without problems.
     *
     * @param timeframe the strategy's
     */
    public TrainingPlan plan(Duration timeframe) {
        return new TrainingPlan(
                name.text(),
                seed,
                histories,
                bars,
                timeframe,
                horizon,
                starts,
                folds,
                members,
                hidden.stream().mapToInt(Integer::intValue).toArray(),
                temperature.value() / 100.0,
                kappa.number(),
                new FitPlan(
                        steps,
                        batch,
                        learningRate.number(),
                        l2.number(),
                        quantileWeight.number(),
                        checkEvery,
                        patience),
                trials);
    }
}
