package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.BarColumns;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads the bars of a scenario from a store. */
public final class BarLoader {
    private final Scenario scenario;
    private final HistoryStore store;

    public BarLoader(Scenario scenario, HistoryStore store) {
        this.scenario = scenario;
        this.store = store;
    }

    /**
     * The bars of the scenario's period, and as many before it as the history has, at most so many.
     *
     * @throws DataRefusedException if there is no such series, or it begins too late
     */
    public BarTable load(int before) {
        return load(before, scenario.written().period().end());
    }

    /** The same, as if history ended at a moment: bars that open then or later are not read. */
    BarTable load(int before, Instant end) {
        List<Token> tokens = scenario.agent().universe().tokens();
        Duration timeframe = scenario.agent().strategy().timeframe();
        Instant start = scenario.written().period().start();
        Instant from = start.minus(timeframe.multipliedBy(before));
        Span span = Span.of(from, end);
        List<Optional<BarColumns>> columns = new ArrayList<>();
        for (Token token : tokens) {
            columns.add(Optional.ofNullable(scenario.series().get(token))
                    .map(name -> read(store.find(name, timeframe), span)));
        }
        long[] all = columns.stream()
                .flatMap(Optional::stream)
                .flatMapToLong(column -> Arrays.stream(column.time()))
                .sorted()
                .distinct()
                .toArray();
        int known = (int)
                LongStream.of(all).filter(time -> time < firstOfAll(columns)).count();
        long[] rows = Arrays.copyOfRange(all, known, all.length);
        return table(tokens, timeframe, rows, columns, firstRow(rows, start));
    }

    private static long firstOfAll(List<Optional<BarColumns>> columns) {
        return columns.stream()
                .flatMap(Optional::stream)
                .filter(column -> column.size() > 0)
                .mapToLong(column -> column.time()[0])
                .max()
                .orElse(Long.MAX_VALUE);
    }

    private int firstRow(long[] rows, Instant start) {
        int first = Arrays.binarySearch(rows, start.toEpochMilli());
        int row = first >= 0 ? first : -first - 1;
        Duration late =
                row >= rows.length ? Duration.ofDays(1) : Duration.between(start, Instant.ofEpochMilli(rows[row]));
        boolean begun = rows.length > 0 && rows[0] <= start.toEpochMilli();
        if (row >= rows.length || (!begun && late.compareTo(Duration.ofDays(1)) >= 0)) {
            String begins = rows.length == 0 ? "never begins" : "begins on " + Instant.ofEpochMilli(rows[0]);
            throw DataRefusedException.of(
                    store.root(), "the period starts on " + start + ", the last of its series " + begins);
        }
        return row;
    }

    private static BarColumns read(BatchSource source) {
        try (source) {
            return BarColumns.read(source);
        }
    }

    private BarColumns read(SeriesKey key, Span span) {
        return read(store.bars(key, span));
    }

    private static BarTable table(
            List<Token> tokens, Duration timeframe, long[] rows, List<Optional<BarColumns>> columns, int first) {
        double[][] opens = new double[tokens.size()][rows.length];
        double[][] closes = new double[tokens.size()][rows.length];
        BitSet[] absent = new BitSet[tokens.size()];
        for (int token = 0; token < tokens.size(); token++) {
            absent[token] = new BitSet();
            if (columns.get(token).isPresent()) {
                fill(columns.get(token).get(), rows, opens[token], closes[token], absent[token]);
            } else {
                Arrays.fill(opens[token], 1);
                Arrays.fill(closes[token], 1);
            }
        }
        return new BarTable(tokens, timeframe, rows, opens, closes, absent, first);
    }

    private static void fill(BarColumns bars, long[] rows, double[] opens, double[] closes, BitSet absent) {
        int at = 0;
        for (int row = 0; row < rows.length; row++) {
            while (at < bars.size() && bars.time()[at] < rows[row]) {
                at++;
            }
            boolean present = at < bars.size() && bars.time()[at] == rows[row];
            absent.set(row, !present);
            int known = present ? at : at - 1;
            opens[row] = present ? open(bars, at) : bars.close()[known];
            closes[row] = bars.close()[known];
        }
    }

    /**
     * A bar of one price says when it closed and not what it opened at: a panel of closes is all such bars. Its open is the close
     * before, or else an order that is included a block after a close would be filled at the next.
     */
    private static double open(BarColumns bars, int at) {
        boolean alone = bars.open()[at] == bars.close()[at] && bars.high()[at] == bars.low()[at];
        return alone && at > 0 ? bars.close()[at - 1] : bars.open()[at];
    }
}
