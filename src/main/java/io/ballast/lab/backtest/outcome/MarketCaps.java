package io.ballast.lab.backtest.outcome;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.BarColumns;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.SeriesName;
import io.ballast.lab.data.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Market capitalisations at the start of a run, out of the store: what the last bar that had closed by then says. */
record MarketCaps(Scenario scenario, HistoryStore store) {

    /**
     * In the order of the run's assets without cash; empty if the scenario names no series.
     *
     * @throws DataRefusedException if there is no such series, or it begins too late
     */
    Optional<List<Double>> of(RunRecord run) {
        Map<String, SeriesName> named = scenario.beside().capitalisation().entrySet().stream()
                .collect(Collectors.toMap(entry -> symbol(entry.getKey()), Map.Entry::getValue));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        long start = run.times()[0];
        return Optional.of(run.assets().subList(0, run.assets().size() - 1).stream()
                .map(asset -> at(key(Objects.requireNonNull(named.get(asset), asset)), Instant.ofEpochSecond(start)))
                .toList());
    }

    private static String symbol(Token token) {
        return token.symbol();
    }

    /** Of series of that name the one with the shortest bars. */
    private SeriesKey key(SeriesName name) {
        return store.list().stream()
                .filter(key -> key.name().equals(name))
                .min(Comparator.comparing(SeriesKey::timeframe))
                .orElseThrow(() -> DataRefusedException.of(store.root(), "has no series " + name + " of any timeframe"));
    }

    private double at(SeriesKey key, Instant start) {
        Instant closed = start.minus(key.timeframe()).plusMillis(1);
        try (BatchSource rows = store.bars(key, Span.of(Instant.EPOCH, closed))) {
            BarColumns bars = BarColumns.read(rows);
            if (bars.size() == 0) {
                throw DataRefusedException.of(store.file(key), "has no market capitalisation by " + start);
            }
            return bars.close()[bars.size() - 1];
        }
    }
}
