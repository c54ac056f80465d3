package io.ballast.think.model.dl4j;

/**
 * Arithmetic of {@link ActionScoreLoss} over the rows of a batch.
 *
 * @param outputs {@code [row × 4]}, row after row
 * @param labels {@code [row × 2]}: utility and decision
 * @param levels of the quantiles
 */
record LossGroups(double[] outputs, double[] labels, double temperature, double quantileWeight, double[] levels) {
    private static final int OUTPUTS = 4;

    /** Each decision's loss, spread evenly over its rows. */
    double[] losses() {
        double[] losses = new double[labels.length / 2];
        for (int from = 0; from < losses.length; from = end(from)) {
            int to = end(from);
            double loss = loss(from, to);
            for (int row = from; row < to; row++) {
                losses[row] = loss / (to - from);
            }
        }
        return losses;
    }

    /** Derivative of the sum of all decisions' losses by the outputs, {@code [row × 4]}. */
    double[] gradient() {
        double[] gradient = new double[outputs.length];
        for (int from = 0; from < labels.length / 2; from = end(from)) {
            addPolicy(from, end(from), gradient);
            addQuantiles(from, end(from), gradient);
        }
        return gradient;
    }

    private double loss(int from, int to) {
        double[] p = softmax(from, to);
        double loss = 0;
        for (int row = from; row < to; row++) {
            loss -= p[row - from] * utility(row) + temperature * entropyTerm(p[row - from]);
            for (int q = 0; q < levels.length; q++) {
                double error = utility(row) - outputs[row * OUTPUTS + 1 + q];
                loss += quantileWeight / (to - from) * Math.max(levels[q] * error, (levels[q] - 1) * error);
            }
        }
        return loss;
    }

    /** {@code ∂L/∂z = p (τ (ln p + H) − (u − Σ p u))}. */
    private void addPolicy(int from, int to, double[] gradient) {
        double[] p = softmax(from, to);
        double mean = 0;
        double entropy = 0;
        for (int row = from; row < to; row++) {
            mean += p[row - from] * utility(row);
            entropy += entropyTerm(p[row - from]);
        }
        for (int row = from; row < to; row++) {
            double probability = p[row - from];
            gradient[row * OUTPUTS] = probability * (mean - utility(row) + temperature * entropy)
                    - temperature * entropyTerm(probability);
        }
    }

    private void addQuantiles(int from, int to, double[] gradient) {
        for (int row = from; row < to; row++) {
            for (int q = 0; q < levels.length; q++) {
                int at = row * OUTPUTS + 1 + q;
                double slope = utility(row) > outputs[at] ? -levels[q] : 1 - levels[q];
                gradient[at] = quantileWeight / (to - from) * slope;
            }
        }
    }

    private double[] softmax(int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = from; row < to; row++) {
            highest = Math.max(highest, outputs[row * OUTPUTS]);
        }
        double[] p = new double[to - from];
        double sum = 0;
        for (int row = from; row < to; row++) {
            p[row - from] = Math.exp(outputs[row * OUTPUTS] - highest);
            sum += p[row - from];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** {@code −p ln p}, 0 at 0. */
    private static double entropyTerm(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }

    private double utility(int row) {
        return labels[row * 2];
    }

    /** First row after the decision that begins at {@code from}. */
    private int end(int from) {
        int to = from + 1;
        while (to < labels.length / 2 && labels[to * 2 + 1] == labels[from * 2 + 1]) {
            to++;
        }
        return to;
    }
}
