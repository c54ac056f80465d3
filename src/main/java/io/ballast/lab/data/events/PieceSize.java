package io.ballast.lab.data.events;

/**
 * How much is recorded at once: what a cut can cost, against the number of files.
 *
 * @param range blocks of the first query
 * @param events after which a piece ends
 * @param queries after which a piece ends
 */
record PieceSize(long range, int events, int queries) {
    static final PieceSize DEFAULT = new PieceSize(2_000, 20_000, 50);
}
