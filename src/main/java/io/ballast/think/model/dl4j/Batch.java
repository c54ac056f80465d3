package io.ballast.think.model.dl4j;

import io.ballast.think.model.DecisionRows;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows of several decisions, one after another.
 *
 * @param features {@code [rows × columns]}
 * @param labels {@code [rows × 2]}: utility and position of the decision
 */
record Batch(int rows, int columns, float[] features, float[] labels) {

    static Batch of(List<DecisionRows> decisions) {
        int rows = decisions.stream().mapToInt(d -> d.rows().length).sum();
        int columns = decisions.get(0).rows()[0].length;
        Batch batch = new Batch(rows, columns, new float[rows * columns], new float[rows * 2]);
        int row = 0;
        for (int group = 0; group < decisions.size(); group++) {
            row = batch.put(row, group, decisions.get(group));
        }
        return batch;
    }

    void fit(MultiLayerNetwork net) {
        try (INDArray in = Nd4j.create(features, new long[] {rows, columns}, DataType.FLOAT);
                INDArray out = Nd4j.create(labels, new long[] {rows, 2}, DataType.FLOAT)) {
            net.fit(in, out);
        }
    }

    private int put(int from, int group, DecisionRows decision) {
        for (int i = 0; i < decision.rows().length; i++) {
            System.arraycopy(decision.rows()[i], 0, features, (from + i) * columns, columns);
            labels[(from + i) * 2] = decision.utility()[i];
            labels[(from + i) * 2 + 1] = group;
        }
        return from + decision.rows().length;
    }
}
