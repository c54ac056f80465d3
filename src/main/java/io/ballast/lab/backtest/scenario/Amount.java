package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.TextForm;
import java.math.BigDecimal;

/**
 * A number of whole tokens, whose symbol stands before it.
 *
 * @param whole not negative
 */
@TextForm(
        expected = "a number of whole tokens such as 50000 or 0.5",
        example = "1",
        pattern = "(0|[1-9][0-9]{0,29})(\\.[0-9]{1,36})?")
public record Amount(BigDecimal whole) {
    /** @throws IllegalArgumentException with the reason */
    public static Amount parse(String text) {
        if (text.startsWith("-")) {
            throw new IllegalArgumentException("is negative");
        }
        if (!text.matches("(0|[1-9][0-9]{0,29})(\\.[0-9]{1,36})?")) {
            throw new IllegalArgumentException("is not a plain number");
        }
        return new Amount(new BigDecimal(text));
    }

    public String text() {
        return whole.toPlainString();
    }
}
