package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.TextForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A span of time as a file writes it, half open.
 *
 * @param from included
 * @param to not included
 */
@TextForm(
        expected = "two days in UTC such as 2023-01-01..2024-01-01, the second not included",
        example = "2023-01-01..2024-01-01",
        pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2}")
public record Period(LocalDate from, LocalDate to) {
    private static final String BETWEEN = "..";

    /** @throws IllegalArgumentException with the reason */
    public static Period parse(String text) {
        int middle = text.indexOf(BETWEEN);
        if (middle < 0) {
            throw new IllegalArgumentException("has no \"..\"");
        }
        LocalDate from = day(text.substring(0, middle));
        LocalDate to = day(text.substring(middle + BETWEEN.length()));
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("ends before it has begun");
        }
        return new Period(from, to);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("has no day \"" + text + "\"", e);
        }
    }

    public String text() {
        return from + BETWEEN + to;
    }

    /** The first moment. */
    public Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after it. */
    public Instant end() {
        return to.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
