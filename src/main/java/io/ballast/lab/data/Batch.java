package io.ballast.lab.data;

/**
 * A run of rows in columns, filled anew by each read of a {@link BatchSource}. The arrays are the batch's own and are meant to be
 * read and written directly; only the first {@link #size()} places count. For one thread.
 */
public final class Batch {
    /** Rows that pass between file and reader at once. */
    public static final int ROWS = 2048;

    private final Schema schema;
    private final long[][] longs;
    private final double[][] doubles;
    private final byte[][][] words;
    private final long[] origins;
    private int size;

    public Batch(Schema schema) {
        this.schema = schema;
        int columns = schema.size();
        longs = new long[columns][];
        doubles = new double[columns][];
        words = new byte[columns][][];
        origins = new long[ROWS];
        for (int i = 0; i < columns; i++) {
            switch (schema.type(i)) {
                case LONG -> longs[i] = new long[ROWS];
                case DOUBLE -> doubles[i] = new double[ROWS];
                case WORD, BYTES -> words[i] = new byte[ROWS][];
            }
        }
    }

    public Schema schema() {
        return schema;
    }

    /** Of a LONG column. */
    public long[] longs(int column) {
        return longs[column];
    }

    /** Of a DOUBLE column. */
    public double[] doubles(int column) {
        return doubles[column];
    }

    /** Of a WORD column, 32 bytes each, or a BYTES column. */
    public byte[][] words(int column) {
        return words[column];
    }

    /** Where each row comes from: the line of a text file, else the number of the row, from 1. */
    public long[] origins() {
        return origins;
    }

    public int size() {
        return size;
    }

    /** Says how many rows were filled. */
    public void size(int rows) {
        size = rows;
    }
}
