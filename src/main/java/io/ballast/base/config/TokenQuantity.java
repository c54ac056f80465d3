package io.ballast.base.config;

import java.math.BigDecimal;

/**
 * An amount of whole tokens as a file writes it.
 *
 * @param whole not negative, below 2^256
 * @param symbol of the token; whether it is the one that is meant is checked where that is known
 */
@TextForm(
        expected = "an amount of tokens such as 2500 USDC",
        example = "1 USDC",
        pattern = Decimals.PATTERN + " ?[A-Za-z][A-Za-z0-9.]{0,19}")
public record TokenQuantity(BigDecimal whole, String symbol) {
    public static TokenQuantity parse(String text) {
        Quantity quantity = Quantity.parse(text);
        if (!quantity.unit().matches("[A-Za-z][A-Za-z0-9.]{0,19}")) {
            throw new IllegalArgumentException("has the unit \"" + quantity.unit() + "\"");
        }
        return new TokenQuantity(quantity.number(), quantity.unit());
    }

    public String text() {
        return Decimals.print(whole) + " " + symbol;
    }
}
