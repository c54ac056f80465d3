package io.ballast.think.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.FitPlan;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class ActionScoreLossTest {
    private static final int[] GROUPS = {1, 5, 2, 16};
    private static final double EPSILON = 1e-6;

    private final ActionScoreLoss loss = new ActionScoreLoss(0.07, 0.4);

    @BeforeAll
    static void startNativeCode() {
        Nd4jRuntime.prepare();
    }

    @Test
    void gradientIsTheDerivativeOfTheScore() {
        assertGradient(new ActivationIdentity());
    }

    @Test
    void gradientPassesThroughAnActivation() {
        assertGradient(new ActivationTanH());
    }

    @Test
    void gradientOfAWholeNetworkIsTheDerivativeOfItsScore() {
        Architecture architecture = new Architecture(5, new int[] {7}, 0.07);
        FitPlan plan = new FitPlan(1, 1, 1e-3, 0, 0.4, 1, 1);
        MultiLayerConfiguration configuration = NetworkConfiguration.of(architecture, plan, 3, DataType.DOUBLE);
        MultiLayerNetwork net = new MultiLayerNetwork(configuration);
        net.init();
        DataSet data = new DataSet(gaussian(24, 5, 1), labels());
        // The library clips the gradient and divides it by the rows only in its updaters, after this.
        net.setInput(data.getFeatures());
        net.setLabels(data.getLabels());
        net.computeGradientAndScore();
        double[] analytic = net.gradient().gradient().dup('c').data().asDouble();

        INDArray parameters = net.params();
        for (int i = 0; i < analytic.length; i += 3) {
            double value = parameters.getDouble(i);
            parameters.putScalar(i, value + EPSILON);
            double above = net.score(data);
            parameters.putScalar(i, value - EPSILON);
            double below = net.score(data);
            parameters.putScalar(i, value);
            assertClose(analytic[i] / 24, (above - below) / (2 * EPSILON), "parameter " + i);
        }
    }

    @Test
    void bestScoresAreUtilitiesOverTemperature() {
        INDArray labels = Nd4j.createFromArray(new double[][] {{0.1, 0}, {-0.2, 0}, {0.05, 0}});
        INDArray best = Nd4j.createFromArray(
                new double[][] {{0.1 / 0.07, 0, 0, 0}, {-0.2 / 0.07, 0, 0, 0}, {0.05 / 0.07, 0, 0, 0}});

        INDArray gradient = loss.computeGradient(labels, best, new ActivationIdentity(), null);

        for (int row = 0; row < 3; row++) {
            assertThat(gradient.getDouble(row, 0)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void decisionsDoNotMixWithEachOther() {
        INDArray labels = labels();
        INDArray outputs = gaussian(24, 4, 2);
        double before = loss.computeScoreArray(labels, outputs, new ActivationIdentity(), null)
                .getDouble(0);
        for (int i = 0; i < 4; i++) {
            outputs.putScalar(20, i, 9);
        }

        assertThat(loss.computeScoreArray(labels, outputs, new ActivationIdentity(), null)
                        .getDouble(0))
                .isEqualTo(before);
    }

    @Test
    void largeScoresDoNotOverflow() {
        INDArray labels = Nd4j.createFromArray(new double[][] {{0.1, 0}, {-0.2, 0}});
        INDArray outputs = Nd4j.createFromArray(new double[][] {{1e6, 0, 0, 0}, {-1e6, 0, 0, 0}});

        assertThat(loss.computeScore(labels, outputs, new ActivationIdentity(), null, false))
                .isFinite();
        assertThat(loss.computeGradient(labels, outputs, new ActivationIdentity(), null)
                        .isNaN()
                        .any())
                .isFalse();
    }

    private void assertGradient(IActivation activation) {
        INDArray labels = labels();
        INDArray outputs = gaussian(24, 4, 2);
        INDArray analytic = loss.computeGradient(labels, outputs, activation, null);
        for (int row = 0; row < 24; row++) {
            for (int column = 0; column < 4; column++) {
                double value = outputs.getDouble(row, column);
                outputs.putScalar(row, column, value + EPSILON);
                double above = loss.computeScore(labels, outputs, activation, null, false);
                outputs.putScalar(row, column, value - EPSILON);
                double below = loss.computeScore(labels, outputs, activation, null, false);
                outputs.putScalar(row, column, value);
                assertClose(analytic.getDouble(row, column), (above - below) / (2 * EPSILON), row + "," + column);
            }
        }
    }

    /** 1e-5, relative to the larger of the two, above the noise of finite differences. */
    private static void assertClose(double analytic, double numeric, String what) {
        double scale = Math.max(Math.abs(analytic), Math.abs(numeric));
        assertThat(analytic).as(what).isCloseTo(numeric, within(1e-5 * scale + 2e-9));
    }

    private static INDArray labels() {
        Random random = new Random(5);
        double[][] labels = new double[24][2];
        int row = 0;
        for (int group = 0; group < GROUPS.length; group++) {
            for (int i = 0; i < GROUPS[group]; i++) {
                labels[row++] = new double[] {0.3 * random.nextGaussian(), group};
            }
        }
        return Nd4j.createFromArray(labels);
    }

    private static INDArray gaussian(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return Nd4j.createFromArray(values);
    }
}
