package io.ballast.think.model;

/**
 * The network in plain Java loops: the reference that the library's arithmetic is checked against.
 *
 * <p>Parameters lie layer after layer; of a layer first the weights, input by input within an output ({@code w[out * in + i]}), then the
 * biases.
 */
public final class PlainNetwork implements Network {
    private final Architecture architecture;
    private final float[] parameters;

    /** @throws IllegalArgumentException if the number of parameters does not fit the architecture */
    public PlainNetwork(Architecture architecture, float[] parameters) {
        if (parameters.length != architecture.parameters()) {
            throw new IllegalArgumentException(
                    architecture.parameters() + " parameters needed, were " + parameters.length);
        }
        this.architecture = architecture;
        this.parameters = parameters.clone();
    }

    @Override
    public float[][] output(float[][] rows) {
        float[][] result = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            result[row] = output(rows[row]);
        }
        return result;
    }

    private float[] output(float[] row) {
        int[] widths = architecture.widths();
        float[] values = row;
        int offset = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            boolean last = layer == widths.length - 1;
            values = dense(values, widths[layer], offset, last);
            offset += (widths[layer - 1] + 1) * widths[layer];
        }
        return values;
    }

    private float[] dense(float[] in, int width, int offset, boolean linear) {
        float[] out = new float[width];
        int biases = offset + in.length * width;
        for (int unit = 0; unit < width; unit++) {
            float sum = 0;
            for (int i = 0; i < in.length; i++) {
                sum += parameters[offset + unit * in.length + i] * in[i];
            }
            sum += parameters[biases + unit];
            out[unit] = linear ? sum : Math.max(sum, 0);
        }
        return out;
    }

    @Override
    public String digest() {
        return architecture.digest(parameters);
    }
}
