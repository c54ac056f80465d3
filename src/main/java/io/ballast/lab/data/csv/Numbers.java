package io.ballast.lab.data.csv;

import java.nio.charset.StandardCharsets;

/** Reads decimal numbers out of bytes, to the double that is nearest to what is written. */
final class Numbers {
    private static final long EXACT = 1L << 53;
    private static final double[] TENS = new double[23];

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
        long digits = 0;
        int scale = 0;
        int count = 0;
        boolean fraction = false;
        int at = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                if (digits >= EXACT) {
                    return slow(text, from, to, point);
                }
                digits = digits * 10 + digit;
                scale += fraction ? 1 : 0;
                count++;
            } else if (text[at] == point && !fraction) {
                fraction = true;
            } else {
                return slow(text, from, to, point);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (digits > EXACT || scale >= TENS.length) {
            return slow(text, from, to, point);
        }
        // Both are exact doubles, so one division rounds once, as IEEE 754 asks of reading.
        double value = digits / TENS[scale];
        return text[from] == '-' ? -value : value;
    }

    private static double slow(byte[] bytes, int from, int to, byte point) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        String decimal = point == '.' ? text : text.replace('.', '?').replace((char) point, '.');
        return decimal.length() <= 400 && decimal.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?")
                ? Double.parseDouble(decimal)
                : Double.NaN;
    }
}
