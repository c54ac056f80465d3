package io.ballast.lab.backtest.columns;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.BarRules;
import io.ballast.lab.data.CheckedBars;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.imports.Foreign;
import io.ballast.lab.data.quality.Quality;
import io.ballast.lab.data.quality.QualityCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads the CSV files that a scenario names, each in one pass that checks, grades and keeps: what {@code data import} refuses is refused. */
record CsvPrices(Scenario scenario, InstantSource clock) {
    /** A file as it was read. */
    private record Column(Path file, long[] times, double[] closes, Quality quality) {}

    /**
     * All files, cut to the scenario's period with what lies before it.
     *
     * @param assets that have a file each
     * @throws DataRefusedException if one cannot be accepted, or does not cover the period's start, or their times differ
     */
    KernelPrices load(List<Token> assets) {
        List<Column> columns = assets.stream()
                .map(token -> read(Objects.requireNonNull(scenario.csv().get(token), token.symbol())))
                .toList();
        Column one = columns.getFirst();
        columns.forEach(other -> requireSameTimes(one, other));
        int rows = index(one.times(), scenario.written().period().end().toEpochMilli());
        int first = index(one.times(), scenario.written().period().start().toEpochMilli());
        if (rows - first < 2) {
            throw DataRefusedException.of(
                    one.file(),
                    "has fewer than two bars in the period "
                            + scenario.written().period().text());
        }
        long span = timeframe().toSeconds();
        long[] times = new long[rows];
        Arrays.setAll(times, row -> one.times()[row] / 1000 + span);
        double[] cash = new double[rows];
        Arrays.fill(cash, 1);
        double[][] closes = columns.stream()
                .map(column -> Arrays.copyOf(column.closes(), rows))
                .toArray(double[][]::new);
        return KernelPrices.of(times, closes, cash, first, facts(columns));
    }

    private Duration timeframe() {
        return scenario.agent().strategy().timeframe();
    }

    private Column read(Path file) {
        BarRules rules = new BarRules(clock.instant(), timeframe());
        ImportMapping mapping = ImportMapping.NONE.every(timeframe());
        try (KeptBars rows = new KeptBars(new CheckedBars(Foreign.open(file, mapping), rules))) {
            Quality quality = QualityCheck.of(rows, timeframe());
            return new Column(file, rows.times(), rows.closes(), quality);
        }
    }

    private static void requireSameTimes(Column one, Column other) {
        int differs = Arrays.mismatch(one.times(), other.times());
        if (differs >= 0) {
            throw DataRefusedException.of(
                    other.file(),
                    "has other times than " + one.file() + " from bar " + (differs + 1)
                            + " on: import both for the full cycle, which puts them side by side");
        }
    }

    /** Bars that begin before a moment. */
    private static int index(long[] times, long millis) {
        int found = Arrays.binarySearch(times, millis);
        return found >= 0 ? found : -found - 1;
    }

    private static DataFacts facts(List<Column> columns) {
        List<String> notes = new ArrayList<>();
        columns.forEach(column -> column.quality()
                .reasons()
                .forEach(reason -> notes.add(column.file().getFileName() + ": " + reason + ".")));
        notes.add("Prices come straight from CSV files; cash is taken as 1 USD throughout.");
        return new DataFacts(
                columns.stream()
                        .map(Column::quality)
                        .max(Comparator.comparing(Quality::grade))
                        .orElseThrow()
                        .brief(),
                notes,
                false);
    }
}
