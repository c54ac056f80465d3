package io.ballast.lab.backtest.kernel;

import java.util.Objects;

/**
 * What a rule may see at the close of a row: this row and those before it. One object moves along; a rule must not keep it.
 */
public final class Moment {
    private final PriceTable table;
    private final Purse purse;
    private final int stride;
    private int row;
    private int period;

    Moment(PriceTable table, Purse purse) {
        this(table, purse, 1, 0);
    }

    private Moment(PriceTable table, Purse purse, int stride, int row) {
        this.table = table;
        this.purse = purse;
        this.stride = stride;
        this.row = row;
        this.period = row / stride;
    }

    Moment at(int now) {
        row = now;
        period = stride == 1 ? now : now / stride;
        return this;
    }

    /** The same moment of a coarser table, of which each row stands for several of this one. */
    Moment every(int rows) {
        return new Moment(table, purse, rows, row);
    }

    /** Number of rows before this one. */
    public int row() {
        return period;
    }

    public int assets() {
        return table.assets();
    }

    /**
     * What one unit became in a period.
     *
     * @param back 0 for the period that has just ended, below {@link #row}
     */
    public double relative(int asset, int back) {
        Objects.checkIndex(back, period);
        int last = row - back * stride;
        double product = table.relative(asset, last);
        for (int i = 1; i < stride; i++) {
            product *= table.relative(asset, last - i);
        }
        return product;
    }

    /**
     * Price in the unit of its column.
     *
     * @param back 0 for the close of this row, at most {@link #row}
     */
    public long close(int asset, int back) {
        Objects.checkIndex(back, period + 1);
        return table.close(asset, row - back * stride);
    }

    /** Share of the equity that lies in an asset now; 0 when nothing is left. */
    public double held(int asset) {
        return purse.equity() == 0 ? 0 : (double) purse.value(asset) / purse.equity();
    }
}
