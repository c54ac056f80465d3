package io.ballast.sense.market;

import io.ballast.base.config.TextForm;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * When {@code verify-sim} found the local arithmetic of a pool equal to its contract: {@code 2026-01-31@19000000}.
 *
 * @param block up to which swaps were compared
 */
@TextForm(
        expected = "a day and a block such as 2026-01-31@19000000",
        example = "2026-01-31@19000000",
        pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}@(0|[1-9][0-9]*)")
public record ArithmeticProof(LocalDate day, long block) {
    public static ArithmeticProof parse(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}@(0|[1-9][0-9]{0,17})")) {
            throw new IllegalArgumentException("is no day and block");
        }
        String day = text.substring(0, 10);
        try {
            return new ArithmeticProof(LocalDate.parse(day), Long.parseLong(text.substring(11)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("names a day that no calendar has", e);
        }
    }

    public String text() {
        return day + "@" + block;
    }
}
