package io.ballast.think.model.dl4j;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.FitPlan;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/** The library's description of a member. */
final class NetworkConfiguration {
    private static final double CLIP = 1;

    private NetworkConfiguration() {}

    static MultiLayerConfiguration of(Architecture architecture, FitPlan plan, long seed, DataType type) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(type)
                .updater(new Adam(plan.learningRate()))
                .weightInit(WeightInit.XAVIER)
                .l2(plan.l2())
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(CLIP)
                .list();
        int[] widths = architecture.widths();
        for (int i = 0; i < widths.length - 2; i++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(widths[i])
                    .nOut(widths[i + 1])
                    .activation(Activation.RELU)
                    .build());
        }
        return layers.layer(
                        new OutputLayer.Builder(new ActionScoreLoss(architecture.temperature(), plan.quantileWeight()))
                                .nIn(widths[widths.length - 2])
                                .nOut(widths[widths.length - 1])
                                .activation(Activation.IDENTITY)
                                .build())
                .build();
    }
}
