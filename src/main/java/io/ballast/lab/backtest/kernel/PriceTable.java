package io.ballast.lab.backtest.kernel;

import java.util.Arrays;

/**
 * Prices of several assets at the same times, in columns. Immutable, for any number of threads.
 */
public final class PriceTable {
    /** Prices stay below this, see {@link Fixed#ratio}. */
    private static final long HIGHEST = 1L << 58;

    /** Leaves room for a price to rise 4096-fold. */
    private static final double USUAL = 0x1p46;

    private static final int MOST_DECIMALS = 22;

    /** By asset and row: what one unit became since the row before. */
    private final long[][] relatives;

    /** By asset and row; without rows for a table of relatives. */
    private final long[][] closes;

    private PriceTable(long[][] relatives, long[][] closes) {
        this.relatives = relatives;
        this.closes = closes;
    }

    /**
     * Of prices as integers, each column in a unit of its own.
     *
     * @param closes by asset and row, positive, below 2⁵⁸; kept, not copied
     * @throws IllegalArgumentException naming a price that is out of range or 128 times the one before
     */
    public static PriceTable ofCloses(long[][] closes) {
        requireShape(Arrays.stream(closes).mapToInt(column -> column.length).toArray());
        long[][] relatives = new long[closes.length][];
        for (int asset = 0; asset < closes.length; asset++) {
            relatives[asset] = relatives(closes[asset], asset);
        }
        return new PriceTable(relatives, closes);
    }

    private static long[] relatives(long[] closes, int asset) {
        requireFit(closes, asset);
        long[] column = new long[closes.length];
        column[0] = Fixed.ONE;
        for (int row = 1; row < closes.length; row++) {
            column[row] = Fixed.ratio(closes[row], closes[row - 1]);
        }
        return column;
    }

    private static void requireFit(long[] closes, int asset) {
        long before = closes[0];
        for (int row = 0; row < closes.length; row++) {
            long close = closes[row];
            if (close <= 0 || close >= HIGHEST || close >>> 7 >= before) {
                throw new IllegalArgumentException(
                        "price of asset " + asset + " in row " + row + " is out of range or jumped: " + close);
            }
            before = close;
        }
    }

    /**
     * Of prices in floating point. Relatives are theirs; closes are rounded to as many decimals as the first price leaves room for.
     * (Not the highest price: rows would then depend on what comes after them.)
     *
     * @param closes by asset and row, positive and finite
     * @throws IllegalArgumentException as {@link #ofCloses}
     */
    public static PriceTable ofPrices(double[][] closes) {
        requireShape(Arrays.stream(closes).mapToInt(column -> column.length).toArray());
        long[][] relatives = new long[closes.length][];
        long[][] rounded = new long[closes.length][];
        for (int asset = 0; asset < closes.length; asset++) {
            double[] column = closes[asset];
            rounded[asset] = rounded(column);
            requireFit(rounded[asset], asset);
            relatives[asset] = relatives(column);
        }
        return new PriceTable(relatives, rounded);
    }

    private static long[] rounded(double[] closes) {
        double scale = scale(closes[0]);
        long[] column = new long[closes.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = Math.round(closes[row] * scale);
        }
        return column;
    }

    private static long[] relatives(double[] closes) {
        long[] column = new long[closes.length];
        column[0] = Fixed.ONE;
        for (int row = 1; row < column.length; row++) {
            column[row] = Fixed.of(closes[row] / closes[row - 1]);
        }
        return column;
    }

    private static double scale(double first) {
        double scale = 1;
        for (int i = 0; i < MOST_DECIMALS && first * scale * 10 < USUAL; i++) {
            scale *= 10;
        }
        return scale;
    }

    /**
     * Of price relatives, as the literature on portfolio selection keeps them. The table has one row more: the start.
     *
     * @param relatives by row and asset: price over the price before, in [0, 128)
     * @throws IllegalArgumentException if the rows differ in length or a relative is out of range
     */
    public static PriceTable ofRelatives(double[][] relatives) {
        requireShape(Arrays.stream(relatives).mapToInt(row -> row.length).toArray());
        long[][] columns = new long[relatives[0].length][relatives.length + 1];
        for (int asset = 0; asset < columns.length; asset++) {
            columns[asset][0] = Fixed.ONE;
            for (int row = 0; row < relatives.length; row++) {
                columns[asset][row + 1] = Fixed.of(relatives[row][asset]);
            }
        }
        return new PriceTable(columns, new long[columns.length][0]);
    }

    private static void requireShape(int[] lengths) {
        if (lengths.length == 0 || lengths[0] == 0 || Arrays.stream(lengths).anyMatch(n -> n != lengths[0])) {
            throw new IllegalArgumentException(
                    "a table has equal columns, these have lengths " + Arrays.toString(lengths));
        }
    }

    public int assets() {
        return relatives.length;
    }

    public int rows() {
        return relatives[0].length;
    }

    /** What one unit of an asset became from the row before to this one; 1 in the first row. */
    public double relative(int asset, int row) {
        return Fixed.value(relatives[asset][row]);
    }

    /**
     * Price in the unit of its column.
     *
     * @throws IllegalStateException for a table of relatives
     */
    public long close(int asset, int row) {
        if (closes[asset].length == 0) {
            throw new IllegalStateException("this table holds relatives and no prices");
        }
        return closes[asset][row];
    }

    long[] column(int asset) {
        return relatives[asset];
    }
}
