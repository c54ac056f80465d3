package io.ballast.think.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the members' outputs: mean and spread of the advantage over HOLD, mean of each quantile. Quantiles that cross are sorted
 * (rearrangement; Chernozhukov, Fernández-Val and Galichon, Econometrica 2010).
 *
 * @param temperature percent of net log growth per unit of score
 */
public record Ensemble(double temperature, ScoringRules rules) {
    private static final double BPS_PER_PERCENT = 100;

    /**
     * @param outputs of each member, {@code [candidates][4]}
     * @throws ScoringException if an output is not finite
     */
    public List<ActionScore> scores(List<float[][]> outputs) {
        outputs.forEach(Ensemble::checkFinite);
        List<ActionScore> scores = new ArrayList<>();
        for (int row = 0; row < outputs.get(0).length; row++) {
            scores.add(score(outputs, row));
        }
        return scores;
    }

    private ActionScore score(List<float[][]> outputs, int row) {
        double[] advantages = outputs.stream()
                .mapToDouble(out -> BPS_PER_PERCENT * temperature * (out[row][0] - out[0][0]))
                .toArray();
        double edge = Arrays.stream(advantages).average().orElseThrow();
        double deviation = deviation(advantages, edge);
        double[] quantiles = {
            quantile(outputs, row, 1) + rules.q10Shift(),
            quantile(outputs, row, 2),
            quantile(outputs, row, 3) + rules.q90Shift()
        };
        Arrays.sort(quantiles);
        return new ActionScore(
                edge, deviation, edge - rules.kappa() * deviation, quantiles[0], quantiles[1], quantiles[2]);
    }

    private static double quantile(List<float[][]> outputs, int row, int column) {
        return BPS_PER_PERCENT
                * outputs.stream()
                        .mapToDouble(out -> out[row][column])
                        .average()
                        .orElseThrow();
    }

    /** Sample standard deviation; 0 of a single member. */
    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    private static void checkFinite(float[][] output) {
        for (float[] row : output) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    throw new ScoringException("a network's output is not finite");
                }
            }
        }
    }
}
