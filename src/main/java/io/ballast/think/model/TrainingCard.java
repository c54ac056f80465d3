package io.ballast.think.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a model was trained on, and how.
 *
 * @param market where the histories came from
 * @param historySeeds one for each recorded history
 * @param bars of each history
 * @param from close of the first bar of all histories
 * @param to close of the last bar; a backtest that begins earlier overlaps the training
 * @param horizonBars bars over which net log growth is counted
 * @param embargoBars bars left out between folds
 * @param decisions labelled decisions of all folds
 * @param rows labelled candidates of all folds
 * @param dataSha256 of all features and labels
 * @param actionSet version of the candidate generator
 * @param costModel what the labels deduct
 * @param trials configurations tried before this one was kept, itself included
 */
public record TrainingCard(
        String market,
        List<Long> historySeeds,
        int bars,
        Duration timeframe,
        Instant from,
        Instant to,
        int horizonBars,
        int embargoBars,
        int decisions,
        int rows,
        String dataSha256,
        int actionSet,
        String costModel,
        FitPlan fit,
        int trials) {

    public TrainingCard {
        historySeeds = List.copyOf(historySeeds);
    }

    /** Whether a backtest that begins then sees bars the model was trained on. */
    public boolean overlaps(Instant backtestFrom) {
        return backtestFrom.isBefore(to);
    }
}
