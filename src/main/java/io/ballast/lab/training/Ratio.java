package io.ballast.lab.training;

import io.ballast.base.config.TextForm;
import java.math.BigDecimal;

/** A number without a unit, as a file writes it: a rate of learning, a weight. */
@TextForm(expected = "a number such as 0.001", pattern = "(0|[1-9][0-9]*)(\\.[0-9]+)?", example = "0.001")
public record Ratio(BigDecimal value) {

    /** @throws IllegalArgumentException with the reason */
    public static Ratio parse(String text) {
        if (!text.matches("(0|[1-9][0-9]*)(\\.[0-9]{1,20})?")) {
            throw new IllegalArgumentException("is not a plain number");
        }
        return new Ratio(new BigDecimal(text));
    }

    public String text() {
        return value.toPlainString();
    }

    double number() {
        return value.doubleValue();
    }
}
