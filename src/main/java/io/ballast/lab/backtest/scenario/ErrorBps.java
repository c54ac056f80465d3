package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.TextForm;
import java.math.BigDecimal;

/**
 * An error, finer than a whole basis point.
 *
 * @param bps not negative
 */
@TextForm(
        expected = "basis points such as 0.0004bps",
        example = "0bps",
        pattern = "(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?bps")
public record ErrorBps(BigDecimal bps) {
    /** @throws IllegalArgumentException with the reason */
    public static ErrorBps parse(String text) {
        if (!text.matches("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?bps")) {
            throw new IllegalArgumentException("is no number of basis points");
        }
        return new ErrorBps(new BigDecimal(text.substring(0, text.length() - "bps".length())));
    }

    public String text() {
        return bps.toPlainString() + "bps";
    }
}
