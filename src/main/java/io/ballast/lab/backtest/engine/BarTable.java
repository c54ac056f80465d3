package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Prices of all tokens side by side, in US dollars for one whole token. A token without a bar keeps the price it had and is marked.
 *
 * @param tokens the universe's, in its order
 * @param starts of the bars, milliseconds since 1970, ascending
 * @param opens {@code [token][row]}
 * @param closes {@code [token][row]}
 * @param absent {@code [token]}: rows in which it has no bar of its own
 * @param first row that is traded on; those before are known at the start
 */
public record BarTable(
        List<Token> tokens,
        Duration timeframe,
        long[] starts,
        double[][] opens,
        double[][] closes,
        BitSet[] absent,
        int first) {
    public BarTable {
        tokens = List.copyOf(tokens);
        if (first < 0 || first >= starts.length || opens.length != tokens.size() || closes.length != tokens.size()) {
            throw new IllegalArgumentException("bars need a row to trade on and a column for each token, had "
                    + starts.length + " rows from " + first);
        }
    }

    public int rows() {
        return starts.length;
    }

    /** The rows whose bars open before a moment. */
    BarTable before(Instant end) {
        int rows = (int) LongStream.of(starts)
                .filter(start -> start < end.toEpochMilli())
                .count();
        return new BarTable(
                tokens,
                timeframe,
                Arrays.copyOf(starts, rows),
                Stream.of(opens).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new),
                Stream.of(closes).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new),
                absent,
                first);
    }

    /** When a row's prices are known. */
    public Instant close(int row) {
        return Instant.ofEpochMilli(starts[row]).plus(timeframe);
    }
}
