package io.ballast.think.model.dl4j;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.Network;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A member that runs in Deeplearning4j. Arrays live outside the heap and are closed at once. */
public final class Dl4jNetwork implements Network {
    private final Architecture architecture;
    private final MultiLayerNetwork net;

    /**
     * @param parameters in the layout of {@link io.ballast.think.model.PlainNetwork}, which is the library's own
     * @throws IllegalArgumentException if their number does not fit the configuration
     */
    Dl4jNetwork(Architecture architecture, MultiLayerConfiguration configuration, float[] parameters) {
        this.architecture = architecture;
        this.net = new MultiLayerNetwork(configuration);
        net.init();
        if (net.numParams() != parameters.length) {
            throw new IllegalArgumentException(
                    "configuration has " + net.numParams() + " parameters, file has " + parameters.length);
        }
        try (INDArray values = Nd4j.create(parameters, new long[] {1, parameters.length}, DataType.FLOAT)) {
            net.setParams(values);
        }
    }

    @Override
    public float[][] output(float[][] rows) {
        try (INDArray in = Nd4j.create(rows);
                INDArray out = net.output(in)) {
            return matrix(out);
        }
    }

    @Override
    public String digest() {
        return architecture.digest(parameters(net));
    }

    @Override
    public void close() {
        net.params().close();
    }

    static float[] parameters(MultiLayerNetwork net) {
        return net.params().data().asFloat();
    }

    static float[][] matrix(INDArray array) {
        try (INDArray rowMajor = array.dup('c')) {
            float[] flat = rowMajor.data().asFloat();
            int columns = (int) array.size(1);
            float[][] rows = new float[(int) array.size(0)][columns];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(flat, row * columns, rows[row], 0, columns);
            }
            return rows;
        }
    }
}
