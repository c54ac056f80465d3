package io.ballast.base.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Plain decimal numbers, read exactly. */
final class Decimals {
    /** No sign, no exponent, no separators, no leading zeros. */
    static final String PATTERN = "(0|[1-9][0-9]*)(\\.[0-9]+)?";

    private static final Pattern PLAIN = Pattern.compile(PATTERN);
    private static final int LONGEST = 120;

    private Decimals() {}

    /**
     * @throws IllegalArgumentException with the reason
     */
    static BigDecimal read(String number) {
        if (number.isEmpty()) {
            throw new IllegalArgumentException("has no number");
        }
        if (number.startsWith("-")) {
            throw new IllegalArgumentException("is negative");
        }
        if (number.contains("_") || number.contains(",")) {
            throw new IllegalArgumentException("has a separator inside the number");
        }
        if (number.matches("0[0-9].*")) {
            throw new IllegalArgumentException("has a leading zero");
        }
        if (number.length() > LONGEST) {
            throw new IllegalArgumentException("is too long");
        }
        if (!PLAIN.matcher(number).matches()) {
            throw new IllegalArgumentException("is not a plain number");
        }
        return new BigDecimal(number);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException with the reason
     */
    static long whole(String number, long min, long max) {
        BigDecimal value = read(number);
        if (value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("is not whole");
        }
        if (number.contains(".")) {
            throw new IllegalArgumentException("is not written as a whole number");
        }
        if (value.compareTo(BigDecimal.valueOf(min)) < 0) {
            throw new IllegalArgumentException("is less than " + min);
        }
        if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new IllegalArgumentException("is more than " + max);
        }
        return value.longValueExact();
    }

    static String print(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
