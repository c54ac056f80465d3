package io.ballast.lab.backtest.outcome;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.scenario.Period;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataHash;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.Span;
import io.ballast.lab.data.quality.Quality;
import io.ballast.lab.data.quality.QualityCheck;
import io.ballast.think.model.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The histories that a run saw.
 *
 * @param hash of all their bars in the period and of the capitalisations that its rivals were weighted by, hex
 */
record SeenData(DataFacts facts, String hash) {

    static SeenData of(Scenario scenario, HistoryStore store, ScenarioRun.Ran ran) {
        return ran.events()
                .map(events -> RecordedData.of(scenario, events))
                .orElseGet(() -> bars(scenario, store, ran.run()));
    }

    /**
     * The same with market capitalisations, which are data too.
     *
     * @param sizes at the start, in the order of the run's assets
     */
    SeenData with(List<Double> sizes) {
        Sha256 all = new Sha256().add(hash + "\n");
        sizes.forEach(size -> all.add("capitalisation " + Double.toHexString(size) + "\n"));
        return new SeenData(facts, all.hex());
    }

    private static SeenData bars(Scenario scenario, HistoryStore store, RunRecord run) {
        return scenario.written().data().prices().synthetic().isPresent()
                ? new SeenData(
                        new DataFacts("synthetic", List.of("Prices are a seeded random walk: not evidence."), true),
                        hash(run))
                : stored(scenario, store);
    }

    private static SeenData stored(Scenario scenario, HistoryStore store) {
        Duration timeframe = scenario.agent().strategy().timeframe();
        Period period = scenario.written().period();
        Span span = Span.of(period.start(), period.end());
        Sha256 hash = new Sha256();
        List<Quality> qualities = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        scenario.series().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Token::symbol)))
                .forEach(entry -> {
                    SeriesKey key = store.find(entry.getValue(), timeframe);
                    Quality quality = quality(store, key, span);
                    qualities.add(quality);
                    quality.reasons().forEach(reason -> notes.add(key.name().text() + ": " + reason + "."));
                    hash.add(key + " " + dataHash(store, key, span) + "\n");
                });
        if (fixed(scenario)) {
            notes.add("What has no series of its own is taken as 1 USD throughout.");
        }
        return new SeenData(new DataFacts(grade(qualities), notes, false), hash.hex());
    }

    private static Quality quality(HistoryStore store, SeriesKey key, Span span) {
        try (BatchSource rows = store.bars(key, span)) {
            return QualityCheck.of(rows, key.timeframe());
        }
    }

    private static String dataHash(HistoryStore store, SeriesKey key, Span span) {
        try (BatchSource rows = store.bars(key, span)) {
            return DataHash.of(rows);
        }
    }

    private static boolean fixed(Scenario scenario) {
        return scenario.agent().universe().tokens().size() > scenario.series().size();
    }

    /** The worst of all, and the gaps of all. */
    private static String grade(List<Quality> qualities) {
        String worst = qualities.stream()
                .map(Quality::grade)
                .max(Comparator.naturalOrder())
                .map(Enum::name)
                .orElse("n/a");
        long gaps = qualities.stream().mapToLong(Quality::gaps).sum();
        return worst + (gaps == 0 ? "" : gaps == 1 ? " (1 gap)" : " (" + gaps + " gaps)");
    }

    private static String hash(RunRecord run) {
        Sha256 hash = new Sha256();
        for (double[] column : run.prices()) {
            ByteBuffer bytes = ByteBuffer.allocate(column.length * Double.BYTES);
            for (double price : column) {
                bytes.putDouble(price);
            }
            hash.add(bytes.array());
        }
        return hash.hex();
    }
}
