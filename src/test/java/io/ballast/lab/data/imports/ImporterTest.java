package io.ballast.lab.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.lab.data.BarColumns;
import io.ballast.lab.data.BarCursor;
import io.ballast.lab.data.BarPanel;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataHash;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.ImportMapping.PoolTokens;
import io.ballast.lab.data.ImportMapping.Priced;
import io.ballast.lab.data.Schema;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.SeriesName;
import io.ballast.lab.data.Span;
import io.ballast.lab.data.Word;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of others through Parquet to the reader. */
class ImporterTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private HistoryStore store() {
        return new HistoryStore(directory.resolve("store"), new ParquetFiles());
    }

    private List<Imported> run(ImportMapping mapping, String name, boolean replace, Path... files) {
        Optional<SeriesName> series = name.isEmpty() ? Optional.empty() : Optional.of(new SeriesName(name));
        return new Importer(store(), InstantSource.fixed(NOW))
                .run(new ImportOrder(List.of(files), series, mapping, false, replace), begun -> {});
    }

    private static SeriesKey hourly(String name) {
        return new SeriesKey(new SeriesName(name), HOUR);
    }

    private static String bars(long from, int count) {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < count; i++) {
            double close = 100 + (i % 7);
            text.append(Instant.ofEpochSecond(from + i * 3600L)
                            .toString()
                            .replace("T", " ")
                            .replace("Z", "+00:00"))
                    .append(",100.125,120,90,")
                    .append(close)
                    .append(",")
                    .append(i)
                    .append("\n");
        }
        return text.toString();
    }

    @Test
    void keepsEveryBarOfAFreqtradeFileUnderItsPair() throws IOException {
        List<Imported> done = run(ImportMapping.NONE, "", false, file("BTC_USDT-1h.csv", bars(1_700_002_800, 5_000)));

        assertThat(done).containsExactly(new Imported(hourly("BTC_USDT"), 5_000, List.of()));
        try (BatchSource rows = store().bars(hourly("BTC_USDT"), Span.ALL)) {
            BarColumns columns = BarColumns.read(rows);
            assertThat(columns.size()).isEqualTo(5_000);
            assertThat(columns.time()[4_999]).isEqualTo((1_700_002_800L + 4_999 * 3600L) * 1000);
            assertThat(columns.open()).containsOnly(100.125);
            assertThat(columns.close()[6]).isEqualTo(106);
            assertThat(columns.volume()[4_999]).isEqualTo(4_999);
        }
    }

    @Test
    void readsASpanWithItsStartAndWithoutItsEnd() throws IOException {
        run(ImportMapping.NONE, "", false, file("A-1h.csv", bars(1_700_002_800, 100)));
        Instant from = Instant.ofEpochSecond(1_700_002_800 + 10 * 3600);

        try (BatchSource rows = store().bars(hourly("A"), Span.of(from, from.plus(HOUR.multipliedBy(3))))) {
            assertThat(BarColumns.read(rows).volume()).containsExactly(10, 11, 12);
        }
    }

    @Test
    void joinsFilesUnderOneName() throws IOException {
        Path first = file("a.csv", bars(1_700_002_800, 10));
        Path second = file("b.csv", bars(1_700_002_800 + 10 * 3600, 5));

        assertThat(run(ImportMapping.NONE, "ETH", false, first, second))
                .extracting(Imported::rows)
                .containsExactly(15L);
    }

    @Test
    void namesTheFileAndLineWhereJoinedFilesOverlap() throws IOException {
        Path first = file("a.csv", bars(1_700_002_800, 10));
        Path second = file("b.csv", bars(1_700_002_800 + 9 * 3600, 5));

        assertThatThrownBy(() -> run(ImportMapping.NONE, "ETH", false, first, second))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageStartingWith(second + ":2: time 2023-11-15T08:00:00Z is there twice");
    }

    @Test
    void leavesAStoreAsItWasUnlessToldToReplace() throws IOException {
        Path file = file("A-1h.csv", bars(1_700_002_800, 10));
        run(ImportMapping.NONE, "", false, file);
        file("A-1h.csv", bars(1_700_002_800, 20));

        assertThatThrownBy(() -> run(ImportMapping.NONE, "", false, file))
                .hasMessage(store().file(hourly("A")) + ": is there already, expected --replace");
        assertThat(store().extent(hourly("A")).rows()).isEqualTo(10);
        run(ImportMapping.NONE, "", true, file);
        assertThat(store().extent(hourly("A")).rows()).isEqualTo(20);
        try (Stream<Path> left = Files.list(store().root())) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void readsParquetOfOthersLikeCsv() throws IOException {
        run(ImportMapping.NONE, "", false, file("A-1h.csv", bars(1_700_002_800, 50)));
        Path parquet = Files.copy(store().file(hourly("A")), directory.resolve("B-1h.csv"));

        assertThat(run(ImportMapping.NONE, "", false, parquet))
                .containsExactly(new Imported(hourly("B"), 50, List.of()));
        try (BatchSource a = store().bars(hourly("A"), Span.ALL);
                BatchSource b = store().bars(hourly("B"), Span.ALL)) {
            assertThat(BarColumns.read(b)).usingRecursiveComparison().isEqualTo(BarColumns.read(a));
        }
        assertThat(hash("A")).isEqualTo(hash("B")).matches("[0-9a-f]{64}");
        run(ImportMapping.NONE, "C", false, file("c.csv", bars(1_700_002_800, 51)));
        assertThat(hash("C")).isNotEqualTo(hash("A"));
    }

    private String hash(String name) {
        try (BatchSource rows = store().bars(hourly(name), Span.ALL)) {
            return DataHash.of(rows);
        }
    }

    @Test
    void turnsTimesOfClosesIntoThoseOfOpens() throws IOException {
        Path file = file("x.csv", """
            Date,Open,High,Low,Close
            2013-04-29 23:59:59,1,2,1,2
            2013-04-30 23:59:59,2,3,1,2
            """);
        ImportMapping closes = new ImportMapping(
                1,
                List.of(),
                Optional.empty(),
                ImportMapping.Marks.CLOSE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImportMapping.Decimal.POINT,
                Optional.of(Duration.ofDays(1)),
                Optional.empty());

        SeriesKey key = run(closes, "", false, file).getFirst().series();

        assertThat(store().extent(key).first()).isEqualTo(Instant.parse("2013-04-29T00:00:00Z"));
    }

    @Test
    void keepsWhatAPoolsMinutesSayToTheUnit() throws IOException {
        Path file = file("pool.csv", """
            timestamp,netAmount0,netAmount1,closeTick,openTick,lowestTick,highestTick,inAmount0,inAmount1,currentLiquidity
            2022-07-19 00:00:00,-30361565484,19253165598944715626,202693,202656,202649,202697,23814930590,34314688834673185254,422680516552367239
            2022-07-19 00:01:00,-65715965681,41904775239614695519,202770,202696,202689,202786,42197939610,68803243902877561394,536831100101048247
            """);
        ImportMapping pool = new ImportMapping(
                1,
                List.of(),
                Optional.empty(),
                ImportMapping.Marks.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImportMapping.Decimal.POINT,
                Optional.empty(),
                Optional.of(new PoolTokens(6, 18, Priced.TOKEN1)));

        SeriesKey key = run(pool, "", false, file).getFirst().series();

        assertThat(store().isPool(key)).isTrue();
        try (BarCursor bars = new BarCursor(store().poolBars(key, Span.ALL))) {
            assertThat(bars.next()).isTrue();
            assertThat(bars.closePrice()).isCloseTo(1e12 / Math.pow(1.0001, 202_693), Offset.offset(1e-6));
            assertThat(bars.highPrice()).isGreaterThan(bars.lowPrice());
            assertThat(bars.batch().longs(Schema.LOWEST_TICK)[bars.row()]).isEqualTo(202_649);
            assertThat(Word.value(bars.batch().words(Schema.NET0)[bars.row()]))
                    .isEqualTo(BigInteger.valueOf(-30_361_565_484L));
            assertThat(Word.value(bars.batch().words(Schema.IN1)[bars.row()]))
                    .isEqualTo(new BigInteger("34314688834673185254"));
        }
    }

    @Test
    void makesASeriesOfEachColumnOfAPanel() throws IOException {
        Path file = file("closes.csv", "time,BTC,ETH\n1700002800,100,10\n1700006400,101,11\n");

        List<Imported> done = new Importer(store(), InstantSource.fixed(NOW))
                .run(new ImportOrder(List.of(file), Optional.empty(), ImportMapping.NONE, true, false), begun -> {});

        assertThat(done).extracting(Imported::series).containsExactly(hourly("BTC"), hourly("ETH"));
        try (BatchSource rows = store().bars(hourly("ETH"), Span.ALL)) {
            BarColumns bars = BarColumns.read(rows);
            assertThat(bars.close()).containsExactly(10, 11);
            assertThat(bars.high()).containsExactly(10, 11);
            assertThat(bars.volume()).containsOnly(Double.NaN);
        }
    }

    @Test
    void walksMarketsSideBySideWithoutFillingIn() throws IOException {
        run(ImportMapping.NONE, "", false, file("A-1h.csv", bars(1_700_002_800, 4)));
        run(ImportMapping.NONE, "", false, file("B-1h.csv", bars(1_700_002_800 + 2 * 3600, 4)));
        StringBuilder seen = new StringBuilder();
        try (BarPanel panel = new BarPanel(List.of(
                new BarCursor(store().bars(hourly("A"), Span.ALL)),
                new BarCursor(store().bars(hourly("B"), Span.ALL))))) {
            while (panel.next()) {
                seen.append(panel.has(0) ? "a" : "-")
                        .append(panel.has(1) ? "b" : "-")
                        .append(' ');
            }
        }

        assertThat(seen).hasToString("a- a- ab ab -b -b ");
    }
}
