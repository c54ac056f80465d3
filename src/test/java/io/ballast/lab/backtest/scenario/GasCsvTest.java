package io.ballast.lab.backtest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.config.Problems;
import io.ballast.base.units.Wei;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of gas out of files of others: which column counts, in which unit, and from when to when. */
class GasCsvTest {
    private static final Instant SECOND = Instant.parse("2023-01-02T00:00:00Z");

    @TempDir
    Path directory;

    private final Problems problems = new Problems();

    private Optional<GasHistory> read(String text) throws IOException {
        return new GasCsv(Files.writeString(directory.resolve("gas.csv"), text), problems).read();
    }

    private static Wei gwei(long gwei) {
        return new Wei(BigInteger.valueOf(gwei).multiply(BigInteger.TEN.pow(9)));
    }

    @Test
    void readsWhatEtherscanExports() throws IOException {
        GasHistory history = read("""
                "Date(UTC)","UnixTimeStamp","Value (Wei)"
                "1/1/2023","1672531200","16000000000"
                "1/2/2023","1672617600","17000000001"
                """).orElseThrow();

        assertThat(history.at(SECOND.minusSeconds(1))).isEqualTo(gwei(16));
        assertThat(history.at(SECOND)).isEqualTo(new Wei(BigInteger.valueOf(17_000_000_001L)));
        assertThat(history.at(SECOND.plusSeconds(86_400))).isEqualTo(history.at(SECOND));
        assertThat(history.first()).isEqualTo(Instant.parse("2023-01-01T00:00:00Z"));
        assertThat(history.end()).isEqualTo(Instant.parse("2023-01-03T00:00:00Z"));
    }

    @Test
    void readsDaysAndGweiWithFractionsAndSkipsEmptyLines() throws IOException {
        GasHistory history =
                read("date,gwei\n2023-01-01,0.5\n\n2023-01-02,30\n").orElseThrow();

        assertThat(history.at(SECOND.minusSeconds(1))).isEqualTo(new Wei(BigInteger.valueOf(500_000_000)));
        assertThat(history.at(SECOND)).isEqualTo(gwei(30));
    }

    @Test
    void knowsNothingBeforeItsFirstPrice() throws IOException {
        GasHistory history = read("date,gwei\n2023-01-02,30\n").orElseThrow();

        assertThatThrownBy(() -> history.at(SECOND.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the history of gas begins at 2023-01-02T00:00:00Z, after 2023-01-01T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | 1
            date,gwei                            | 1
            day,gwei;2023-01-01,1                | 1
            date,price;2023-01-01,1              | 1
            date,gwei;2023-01-01                 | 2
            date,gwei;2023-01-01,-1              | 2
            date,gwei;2023-01-01,1;2023-01-01,2  | 3
            date,gwei;2023-01-01,0.0000000001    | 2
            date,wei;2023-01-01,1.5              | 2
            unix,gwei;1672531200000,1            | 2
            """)
    void refusesWhatWouldBeAGuessWithItsLine(String text, int line) throws IOException {
        assertThat(read(text.replace(";", "\n"))).isEmpty();
        assertThat(problems.all()).singleElement().asString().contains("gas.csv:" + line + ":1: ");
    }
}
