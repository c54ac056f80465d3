package io.ballast.base.units;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Hexadecimal text with the {@code 0x} prefix, as JSON-RPC writes it. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** Lower-case text with prefix. */
    public static String encode(byte[] bytes) {
        return "0x" + FORMAT.formatHex(bytes);
    }

    /** Whether a text is 0x and so many lower-case digits. Called for every hash and address, so not by a pattern. */
    static boolean isLowerCase(String text, int digits) {
        if (text.length() != digits + 2 || !text.startsWith("0x")) {
            return false;
        }
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
        int others = 0;
        for (int i = 2; i < letters.length; i++) {
            int digit = letters[i];
            others |= outside(digit, '0', '9') & outside(digit, 'a', 'f');
        }
        return others >= 0;
    }

    /** Negative outside of a range: without a branch, which a hash of random digits would never let the processor guess. */
    private static int outside(int digit, int first, int last) {
        return (digit - first) | (last - digit);
    }

    /** Bytes of a text with prefix; the number of digits must be even. */
    public static byte[] decode(String text) {
        if (!text.startsWith("0x")) {
            throw new IllegalArgumentException("hex must start with 0x, was \"" + clip(text) + "\"");
        }
        try {
            return FORMAT.parseHex(text, 2, text.length());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not hex with an even number of digits: \"" + clip(text) + "\"", e);
        }
    }

    /** A JSON-RPC quantity ({@code 0x0} to {@code 0x} and 64 digits); {@code "0x"} alone is refused, it is never zero. */
    public static BigInteger quantity(String text) {
        if (!text.startsWith("0x") || text.length() < 3 || text.length() > 66) {
            throw new IllegalArgumentException("quantity must be 0x and 1 to 64 digits, was \"" + clip(text) + "\"");
        }
        for (int i = 2; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                throw new IllegalArgumentException("quantity must be hex, was \"" + clip(text) + "\"");
            }
        }
        return new BigInteger(text.substring(2), 16);
    }

    /** A JSON-RPC quantity that fits a non-negative {@code long}. */
    public static long quantityLong(String text) {
        BigInteger value = quantity(text);
        if (value.bitLength() > 63) {
            throw new IllegalArgumentException("quantity must fit 63 bits, was " + clip(text));
        }
        return value.longValueExact();
    }

    /** Text of a quantity, without leading zeros. */
    public static String ofQuantity(BigInteger value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("quantity must not be negative, was " + value);
        }
        return "0x" + value.toString(16);
    }

    /** Text of a quantity, without leading zeros. */
    public static String ofQuantity(long value) {
        return ofQuantity(BigInteger.valueOf(value));
    }

    private static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
