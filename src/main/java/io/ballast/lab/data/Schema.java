package io.ballast.lab.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of a history, in order. The first is the one that it is sorted by; every history of prices begins with those of {@link #BARS}. */
public record Schema(List<Column> columns) {
    /** Start of the bar in milliseconds since 1970, UTC. */
    public static final int TIME = 0;
    /** Prices are in units of the quote for one of the base. */
    public static final int OPEN = 1;

    public static final int HIGH = 2;
    public static final int LOW = 3;
    public static final int CLOSE = 4;
    /** In units of the base; NaN if the source does not say. */
    public static final int VOLUME = 5;

    /** Bars of any market. */
    public static final Schema BARS = new Schema(List.of(
            new Column("time", Column.Type.LONG),
            new Column("open", Column.Type.DOUBLE),
            new Column("high", Column.Type.DOUBLE),
            new Column("low", Column.Type.DOUBLE),
            new Column("close", Column.Type.DOUBLE),
            new Column("volume", Column.Type.DOUBLE)));

    public static final int OPEN_TICK = 6;
    public static final int LOWEST_TICK = 7;
    public static final int HIGHEST_TICK = 8;
    public static final int CLOSE_TICK = 9;
    /** Raw units; what the pool gained of token0 in the bar. */
    public static final int NET0 = 10;

    public static final int NET1 = 11;
    /** Raw units; what swaps paid into the pool of token0 in the bar. */
    public static final int IN0 = 12;

    public static final int IN1 = 13;
    /** Liquidity in range at the end of the bar, as the contract has it. */
    public static final int LIQUIDITY = 14;

    /** Bars of one pool with concentrated liquidity: prices that follow from its ticks, and what the chain says exactly. */
    public static final Schema POOL_BARS = new Schema(Stream.concat(
                    BARS.columns().stream(),
                    Stream.of(
                            new Column("open_tick", Column.Type.LONG),
                            new Column("lowest_tick", Column.Type.LONG),
                            new Column("highest_tick", Column.Type.LONG),
                            new Column("close_tick", Column.Type.LONG),
                            new Column("net0", Column.Type.WORD),
                            new Column("net1", Column.Type.WORD),
                            new Column("in0", Column.Type.WORD),
                            new Column("in1", Column.Type.WORD),
                            new Column("liquidity", Column.Type.WORD)))
            .toList());

    public Schema {
        columns = List.copyOf(columns);
    }

    public int size() {
        return columns.size();
    }

    public Column.Type type(int column) {
        return columns.get(column).type();
    }

    /** Whether each of these columns stands in the other schema at the same place. */
    public boolean beginsIn(Schema other) {
        return size() <= other.size()
                && IntStream.range(0, size()).allMatch(i -> columns.get(i).equals(other.columns.get(i)));
    }
}
