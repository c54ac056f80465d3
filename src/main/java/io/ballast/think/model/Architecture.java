package io.ballast.think.model;

import java.util.Arrays;

/**
 * Shape of every member: dense layers with ReLU, then a dense layer of four outputs without activation.
 *
 * @param inputs columns of a row
 * @param hidden widths of the hidden layers, first to last
 * @param temperature percent of net log growth per unit of score; see the loss
 */
public record Architecture(int inputs, int[] hidden, double temperature) {
    private static final int MOST_HIDDEN = 8;
    private static final int WIDEST = 4096;

    public Architecture {
        if (hidden.length > MOST_HIDDEN
                || !isWidth(inputs)
                || !Arrays.stream(hidden).allMatch(Architecture::isWidth)) {
            throw new IllegalArgumentException("at most " + MOST_HIDDEN + " hidden layers, widths from 1 to " + WIDEST
                    + ", were " + inputs + " and " + Arrays.toString(hidden));
        }
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("temperature must be positive, was " + temperature);
        }
    }

    private static boolean isWidth(int width) {
        return width >= 1 && width <= WIDEST;
    }

    /** Widths of all layers: inputs, hidden, outputs. */
    public int[] widths() {
        int[] widths = new int[hidden.length + 2];
        widths[0] = inputs;
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[widths.length - 1] = Network.OUTPUTS;
        return widths;
    }

    /** Number of weights and biases. */
    public int parameters() {
        int[] widths = widths();
        int sum = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            sum += (widths[layer - 1] + 1) * widths[layer];
        }
        return sum;
    }

    /** SHA-256 of widths and parameters (float32, little-endian), lower-case hex: the same wherever and in whatever file they are. */
    public String digest(float[] parameters) {
        return new Sha256()
                .add("dense relu " + Arrays.toString(widths()) + "\n")
                .add(parameters)
                .hex();
    }
}
