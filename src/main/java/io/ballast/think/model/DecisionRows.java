package io.ballast.think.model;

/**
 * One past decision with the known outcome of every candidate.
 *
 * @param rows standardised, {@code [candidates][features]}, HOLD first
 * @param utility of each candidate: net log growth over the horizon, in percent, after every cost
 */
public record DecisionRows(float[][] rows, float[] utility) {

    public DecisionRows {
        if (rows.length != utility.length || rows.length == 0) {
            throw new IllegalArgumentException(rows.length + " rows, " + utility.length + " labels");
        }
    }
}
