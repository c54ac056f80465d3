package io.ballast.base.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and its unit, as written: {@code 2500 USD}, {@code 50bps}.
 *
 * @param number not negative
 * @param unit empty if none was written
 */
public record Quantity(BigDecimal number, String unit) {
    private static final Pattern FORM = Pattern.compile("([-+0-9._,]*) ?(\\S*)");
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    /**
     * @throws IllegalArgumentException with the reason
     */
    public static Quantity parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !text.matches("[-+.]?[0-9].*")) {
            throw new IllegalArgumentException("is not a number with a unit");
        }
        Quantity quantity = new Quantity(Decimals.read(matcher.group(1)), matcher.group(2));
        if (quantity.number.toBigInteger().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("is beyond 2^256");
        }
        if (quantity.unit.isEmpty()) {
            throw new IllegalArgumentException("has no unit");
        }
        return quantity;
    }

    /**
     * The number, if the unit is the one asked for.
     *
     * @throws IllegalArgumentException with the reason
     */
    public BigDecimal in(String wanted) {
        if (!unit.equals(wanted)) {
            throw new IllegalArgumentException("has the unit \"" + unit + "\"");
        }
        return number;
    }
}
