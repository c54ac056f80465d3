package io.ballast.think.model;

import java.util.List;

/**
 * Inputs with the outputs that were seen when the model was written; recomputed before every use of the model.
 *
 * @param inputs not standardised, {@code [row][feature]}
 * @param outputs {@code [row][4]} for each member, in the card's order
 */
public record GoldenRows(float[][] inputs, List<float[][]> outputs) {
    /** Rows a card must have. */
    public static final int ROWS = 16;

    /** Largest absolute difference allowed. */
    public static final float TOLERANCE = 1e-5f;

    public GoldenRows {
        outputs = List.copyOf(outputs);
    }
}
