package io.ballast.think.model;

/** One member of an ensemble, its parameters fixed. Used by one thread at a time. */
public interface Network extends AutoCloseable {
    /** Columns of the output: score, and the 10 %, 50 % and 90 % quantile. */
    int OUTPUTS = 4;

    /**
     * One forward pass over all rows.
     *
     * @param rows standardised, {@code [candidates][features]}
     * @return {@code [candidates][4]}: the score as a logit (see {@link Architecture#temperature}), and q10, q50, q90 of net log growth in
     *     percent; not checked for being finite
     */
    float[][] output(float[][] rows);

    /** SHA-256 of architecture and parameters as they are in memory now. */
    String digest();

    @Override
    default void close() {}
}
