package io.ballast.think.model;

/**
 * How one member is fitted.
 *
 * @param steps at most, one batch each
 * @param batch decisions of a step
 * @param learningRate of Adam
 * @param l2 weight decay, 0 is none
 * @param quantileWeight of the quantiles' loss beside the score's
 * @param checkEvery steps between two looks at the validation fold
 * @param patience looks without improvement after which fitting stops
 */
public record FitPlan(
        int steps, int batch, double learningRate, double l2, double quantileWeight, int checkEvery, int patience) {

    public FitPlan {
        if (steps < 1 || batch < 1 || checkEvery < 1 || patience < 1) {
            throw new IllegalArgumentException("steps, batch, checkEvery and patience are at least 1: " + steps + " "
                    + batch + " " + checkEvery + " " + patience);
        }
        if (!(learningRate > 0) || !(l2 >= 0) || !(quantileWeight >= 0)) {
            throw new IllegalArgumentException("learningRate > 0, l2 >= 0, quantileWeight >= 0: " + learningRate + " "
                    + l2 + " " + quantileWeight);
        }
    }
}
