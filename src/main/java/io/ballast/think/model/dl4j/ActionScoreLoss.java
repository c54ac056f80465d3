package io.ballast.think.model.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Loss of networks that score actions. Rows of one decision follow each other; labels are {@code [u, decision]}: the row's net log
 * growth in percent, and a number that changes with the decision. Outputs are {@code [z, q10, q50, q90]}, not activated.
 *
 * <p>Of one decision with n rows and {@code p = softmax(z)}:
 *
 * <pre>
 * L = − Σ p u − τ H(p) + (λ / n) Σ Σ pinball(q, u)
 * </pre>
 *
 * with H the entropy. Full information replaces exploration: u of every action is known. At the optimum {@code p ∝ exp(E[u]/τ)}, so
 * {@code τ (z_a − z_b)} is the expected advantage of a over b in percent. Scores are sums over decisions; the library itself divides
 * gradients by the number of rows. Serialised by the library inside model files.
 */
@SuppressWarnings("serial") // serialised as JSON only
public final class ActionScoreLoss implements ILossFunction {
    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    private double temperature;
    private double quantileWeight;

    /** For deserialisation. */
    public ActionScoreLoss() {
        this(1, 0);
    }

    /**
     * @param temperature τ, in percent
     * @param quantileWeight λ
     */
    public ActionScoreLoss(double temperature, double quantileWeight) {
        this.temperature = temperature;
        this.quantileWeight = quantileWeight;
    }

    public double getTemperature() {
        return temperature;
    }

    public void setTemperature(double temperature) {
        this.temperature = temperature;
    }

    public double getQuantileWeight() {
        return quantileWeight;
    }

    public void setQuantileWeight(double quantileWeight) {
        this.quantileWeight = quantileWeight;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    /** {@code [rows, 1]}: each decision's loss, spread evenly over its rows. */
    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        LossGroups groups = groups(labels, preOutput, activation);
        return Nd4j.create(groups.losses(), new long[] {labels.size(0), 1}, preOutput.dataType());
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        LossGroups groups = groups(labels, preOutput, activation);
        INDArray gradient = Nd4j.create(groups.gradient(), preOutput.shape(), preOutput.dataType());
        // The activation overwrites what it is given.
        return activation.backprop(preOutput.dup(), gradient).getFirst();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return "ActionScoreLoss";
    }

    private LossGroups groups(INDArray labels, INDArray preOutput, IActivation activation) {
        INDArray outputs = activation.getActivation(preOutput.dup('c'), true);
        return new LossGroups(
                outputs.dup('c').data().asDouble(),
                labels.dup('c').data().asDouble(),
                temperature,
                quantileWeight,
                LEVELS);
    }
}
