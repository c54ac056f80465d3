package io.ballast.think.model.dl4j;

import io.ballast.think.model.DecisionRows;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Net utility of a network on the validation fold: mean over decisions of {@code Σ p u − u_HOLD}, that of the soft policy. Smooth, so it
 * does not reward a lucky choice as the best action's utility alone would.
 */
final class ValidationLook {
    private static final int CHUNK = 128;

    private final List<Batch> chunks = new ArrayList<>();
    private final double holding;
    private final int decisions;

    ValidationLook(List<DecisionRows> validation) {
        this.decisions = validation.size();
        this.holding = validation.stream().mapToDouble(d -> d.utility()[0]).sum();
        for (int from = 0; from < decisions; from += CHUNK) {
            chunks.add(Batch.of(validation.subList(from, Math.min(from + CHUNK, decisions))));
        }
    }

    /** Percent per decision. */
    double objective(MultiLayerNetwork net) {
        double loss = chunks.stream().mapToDouble(chunk -> loss(net, chunk)).sum();
        return (-loss - holding) / decisions;
    }

    private double loss(MultiLayerNetwork net, Batch chunk) {
        try (INDArray in = Nd4j.create(chunk.features(), new long[] {chunk.rows(), chunk.columns()}, DataType.FLOAT);
                INDArray out = net.output(in);
                INDArray labels = Nd4j.create(chunk.labels(), new long[] {chunk.rows(), 2}, DataType.FLOAT);
                INDArray outputs = out.dup('c')) {
            LossGroups groups =
                    new LossGroups(outputs.data().asDouble(), labels.data().asDouble(), 0, 0, new double[0]);
            double sum = 0;
            for (double loss : groups.losses()) {
                sum += loss;
            }
            return sum;
        }
    }
}
