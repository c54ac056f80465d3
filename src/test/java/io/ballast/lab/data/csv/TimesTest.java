package io.ballast.lab.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.0, 2023-11-14T22:13:20Z",
        "1700000000123, 2023-11-14T22:13:20.123Z",
        "1735689600000000, 2025-01-01T00:00:00Z",
        "2023-11-14, 2023-11-14T00:00:00Z",
        "2023-11-14 22:13, 2023-11-14T22:13:00Z",
        "2023-11-14T22:13:20Z, 2023-11-14T22:13:20Z",
        "2023-11-14 22:13:20.5, 2023-11-14T22:13:20.500Z",
        "2023-11-14 22:13:20.123456 UTC, 2023-11-14T22:13:20.123Z",
        "2020-10-23 08:00:00+00:00, 2020-10-23T08:00:00Z",
        "2023-11-15T00:13:20+0200, 2023-11-14T22:13:20Z",
        "2023-11-14T16:43:20-05:30, 2023-11-14T22:13:20Z"
    })
    void readsWhatSourcesWrite(String text, String instant) {
        assertThat(parse(new Times(), text)).isEqualTo(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7/30/2015",
                "2023-13-01",
                "2023-02-29",
                "2023-11-14 24:00",
                "2023-11-14T22:13:20+15:00",
                "2023-11-14X22:13",
                "2023-11-14 22:1",
                "1700000000.5",
                "9223372036854775807",
                "20231114T221320Z",
                "2023-11-14T22:13:20."
            })
    void takesNothingElseForATime(String text) {
        assertThat(parse(new Times(), text)).isEqualTo(Times.NONE);
    }

    @Test
    void countsDaysAsTheCalendarDoes() {
        for (int day = -8_000; day < 30_000; day += 13) {
            LocalDate date = LocalDate.ofEpochDay(day);

            assertThat(parse(new Times(), date.toString()))
                    .isEqualTo(date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        }
    }

    @Test
    void holdsAllRowsToTheFormOfTheFirst() {
        Times times = new Times();
        parse(times, "1700000000");

        assertThat(parse(times, "1700000000000")).isEqualTo(Times.NONE);
        assertThat(parse(times, "2023-11-14")).isEqualTo(Times.NONE);
        assertThat(parse(times, "1700003600")).isEqualTo(1_700_003_600_000L);
    }

    private static long parse(Times times, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return times.parse(bytes, 0, bytes.length);
    }
}
