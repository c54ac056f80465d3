package io.ballast.lab.training;

import io.ballast.think.model.DecisionRows;
import io.ballast.think.model.Standardizer;

/**
 * A decision of the past with the outcome of every candidate.
 *
 * @param history position of its history
 * @param bar position of its bar in the history
 * @param rows features, not standardised, {@code [candidates][features]}, HOLD first
 * @param utility net log growth over the horizon, percent, for each candidate
 * @param cost fee, impact and gas of each candidate as expected at the decision, percent of the invested value
 * @param baseline candidate that the no-trade band chooses
 */
public record LabelledDecision(int history, int bar, float[][] rows, float[] utility, float[] cost, int baseline) {

    DecisionRows standardised(Standardizer standardizer) {
        return new DecisionRows(standardizer.apply(rows), utility);
    }
}
