package io.ballast.lab.data.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.lab.data.BarColumns;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet as others write it. */
class ParquetBarsTest {
    private static final Instant FIRST = Instant.parse("2023-11-14T22:00:00Z");

    @TempDir
    Path directory;

    private Path parquet(String columns) throws SQLException {
        Path file = directory.resolve("x.parquet");
        try (Connection connection = Duckdb.open();
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " FROM range(3) AS r(i)) TO " + Duckdb.literal(file)
                    + " (FORMAT parquet)");
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(TIMESTAMP '2023-11-14 22:00:00' + INTERVAL 1 HOUR * i)::TIMESTAMPTZ AS date",
                "(TIMESTAMP '2023-11-14 22:00:00' + INTERVAL 1 HOUR * i)::TIMESTAMP_MS AS timestamp",
                "1699999200 + 3600 * i AS Time",
                "(1699999200 + 3600 * i) * 1000 AS open_time",
                "(1699999200 + 3600 * i) * 1000000 AS open_time",
                "strftime(TIMESTAMP '2023-11-14 22:00:00' + INTERVAL 1 HOUR * i, '%Y-%m-%dT%H:%M:%SZ') AS datetime"
            })
    void readsTimesOfEveryType(String time) throws SQLException {
        Path file =
                parquet(time + ", 1.5::FLOAT AS open, 2 AS high, 1.0::DECIMAL(9,2) AS low, 1.5 AS close, i AS volume");

        try (BatchSource rows = new ParquetBars().open(file, ImportMapping.NONE)) {
            BarColumns bars = BarColumns.read(rows);
            assertThat(bars.time())
                    .containsExactly(
                            FIRST.toEpochMilli(), FIRST.toEpochMilli() + 3_600_000, FIRST.toEpochMilli() + 7_200_000);
            assertThat(bars.open()).containsOnly(1.5);
            assertThat(bars.low()).containsOnly(1);
            assertThat(bars.volume()).containsExactly(0, 1, 2);
        }
    }

    @Test
    void readsNoOtherColumnAndNamesThem() throws SQLException {
        Path file =
                parquet("1699999200 + 3600 * i AS time, 1 AS open, 1 AS high, 1 AS low, 1 AS close, 9 AS next_return");

        assertThat(new ParquetBars().unused(file, ImportMapping.NONE)).containsExactly("next_return");
    }

    @Test
    void refusesWhatIsNoBarOrNoParquetInOneLine() throws Exception {
        Path file = parquet("1699999200 + 3600 * i AS time, 1 AS open, 1 AS high, 1 AS low");
        assertThatThrownBy(() -> new ParquetBars().open(file, ImportMapping.NONE))
                .isInstanceOf(DataRefusedException.class)
                .hasMessage(file + ": has no column \"close\", only time, open, high, low");
        Path damaged = Files.writeString(directory.resolve("d.parquet"), "PAR1 and nothing else PAR1");
        assertThatThrownBy(() -> new ParquetBars().open(damaged, ImportMapping.NONE))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageStartingWith(damaged + ": cannot be read or written: ");
    }

    @Test
    void followsNoWildcard() {
        assertThatThrownBy(() -> Duckdb.literal(Path.of("a*.parquet"))).hasMessageContaining("wildcard");
        assertThat(Duckdb.literal(Path.of("o'x"))).isEqualTo("'o''x'");
    }
}
