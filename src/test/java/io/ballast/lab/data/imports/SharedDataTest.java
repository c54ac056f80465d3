package io.ballast.lab.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.data.BarColumns;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.ImportMapping.PoolTokens;
import io.ballast.lab.data.ImportMapping.Priced;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.SeriesName;
import io.ballast.lab.data.SharedData;
import io.ballast.lab.data.Span;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.data.quality.Grade;
import io.ballast.lab.data.quality.Quality;
import io.ballast.lab.data.quality.QualityCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real history from file to store to reader. */
class SharedDataTest {
    @TempDir
    Path directory;

    private HistoryStore store() {
        return new HistoryStore(directory, new ParquetFiles());
    }

    private List<Imported> run(List<Path> files, Optional<SeriesName> name, ImportMapping mapping) {
        return new Importer(store(), InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")))
                .run(new ImportOrder(files, name, mapping, false, false), begun -> {});
    }

    @Test
    void importsThreeYearsOfHoursForTwentyEightAssets() {
        List<Path> files = SharedData.files("prices/binance_usdm_1h_2020-10_to_2023");

        List<Imported> done = run(files, Optional.empty(), ImportMapping.NONE);

        assertThat(done).hasSize(28).allSatisfy(series -> {
            assertThat(series.rows()).isEqualTo(27_952);
            assertThat(series.series().timeframe()).isEqualTo(Duration.ofHours(1));
        });
        SeriesKey bitcoin = store().find(new SeriesName("BTCUSDT"), Duration.ofHours(1));
        try (BatchSource rows = store().bars(bitcoin, Span.ALL)) {
            BarColumns bars = BarColumns.read(rows);
            assertThat(bars.close()[0]).isEqualTo(12_919.12);
            assertThat(bars.time()[27_951])
                    .isEqualTo(Instant.parse("2023-12-31T23:00:00Z").toEpochMilli());
        }
    }

    @Test
    void importsTheMinutesOfAPoolAndFindsTheTenThatAreMissing() {
        List<Path> files = SharedData.files("pools/demeter_polygon_usdc_weth_005_minute_2022");
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

        Imported done =
                run(files, Optional.of(new SeriesName("WETH-USDC")), pool).getFirst();

        assertThat(done.rows()).isEqualTo(50_390);
        assertThat(done.unused()).isEmpty();
        try (BatchSource rows = store().poolBars(done.series(), Span.ALL)) {
            Quality quality = QualityCheck.of(rows, done.series().timeframe());
            assertThat(quality.missing()).isEqualTo(10);
            assertThat(quality.grade()).isEqualTo(Grade.B);
        }
    }
}
