package io.ballast.lab.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads decimal numbers out of bytes, to the double that is nearest to what is written. */
final class Numbers {
    private static final long EXACT = 1L << 53;
    /** Digits that a long holds, whatever they are. */
    private static final int FIT = 18;

    private static final double[] TENS = new double[FIT + 1];
    private static final Pattern FORM = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

    static {
        double ten = 1;
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = ten;
            ten *= 10;
        }
    }

    private Numbers() {}

    /**
     * Digits with a sign, a point and an exponent, as in {@code -1.5e-7}; nothing else, so neither {@code 0x10} nor {@code inf}.
     *
     * @param point what parts whole from fraction
     * @return NaN if there is no such number
     */
    static double parse(byte[] text, int from, int to, byte point) {
        int first = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        long digits = 0;
        int at = first;
        for (; at < to && isDigit(text[at]); at++) {
            digits = digits * 10 + (text[at] - '0');
        }
        int count = at - first;
        int scale = 0;
        if (at < to && text[at] == point) {
            int fraction = ++at;
            for (; at < to && isDigit(text[at]); at++) {
                digits = digits * 10 + (text[at] - '0');
            }
            scale = at - fraction;
            count += scale;
        }
        if (at == to && count == 0) {
            return Double.NaN;
        }
        if (at < to || !exact(digits, count)) {
            return slow(text, from, to, point);
        }
        double value = of(digits, scale);
        return text[from] == '-' ? -value : value;
    }

    /**
     * Whether digits without a sign can be taken by {@link #of}.
     *
     * @param digits their value, wrapped around where they are too many
     * @param count how many there are
     */
    static boolean exact(long digits, int count) {
        return count > 0 && count <= FIT && digits <= EXACT;
    }

    /** @param scale how many of the digits stand behind the point */
    static double of(long digits, int scale) {
        // Both are exact doubles, so one division rounds once, as IEEE 754 asks of reading.
        return digits / TENS[scale];
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static double slow(byte[] bytes, int from, int to, byte point) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        String decimal = point == '.' ? text : text.replace('.', '?').replace((char) point, '.');
        return decimal.length() <= 400 && FORM.matcher(decimal).matches() ? Double.parseDouble(decimal) : Double.NaN;
    }
}
