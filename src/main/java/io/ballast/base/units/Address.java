package io.ballast.base.units;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A 20-byte account address.
 *
 * @param hex lower-case text, {@code 0x} and 40 digits
 */
public record Address(String hex) implements Comparable<Address> {
    private static final Spellings SPELLINGS = new Spellings(Address::spelled);

    /** The zero address. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    public Address {
        if (!Hex.isLowerCase(hex, 40)) {
            throw new IllegalArgumentException("address must be 0x and 40 lower-case hex digits, was \"" + hex + "\"");
        }
    }

    /**
     * Reads an address as people write it. Mixed case must carry a right EIP-55 checksum; all lower or all upper case carries
     * none.
     *
     * @throws IllegalArgumentException with what is wrong and, for a wrong checksum, the right spelling
     */
    public static Address parse(String text) {
        if (!text.matches("0x[0-9a-fA-F]{40}")) {
            int digits = text.startsWith("0x") ? text.length() - 2 : text.length();
            throw new IllegalArgumentException(
                    "address must be 0x and 40 hex digits, was \"" + text + "\" (" + digits + " digits)");
        }
        Address address = new Address(text.toLowerCase(Locale.ROOT));
        String digits = text.substring(2);
        boolean mixed =
                !digits.equals(digits.toLowerCase(Locale.ROOT)) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (mixed && !address.checksummed().equals(text)) {
            throw new IllegalArgumentException(
                    "address \"" + text + "\" fails its EIP-55 checksum, expected " + address.checksummed());
        }
        return address;
    }

    /** From exactly 20 bytes. */
    public static Address of(byte[] bytes) {
        if (bytes.length != 20) {
            throw new IllegalArgumentException("address must have 20 bytes, had " + bytes.length);
        }
        return new Address(Hex.encode(bytes));
    }

    /** A fresh array of 20 bytes. */
    public byte[] bytes() {
        return Hex.decode(hex);
    }

    /** EIP-55 spelling. */
    public String checksummed() {
        return SPELLINGS.of(hex);
    }

    private static String spelled(String hex) {
        String digits = hex.substring(2);
        byte[] hash = Keccak256.digest(digits.getBytes(StandardCharsets.US_ASCII));
        StringBuilder out = new StringBuilder("0x");
        for (int i = 0; i < 40; i++) {
            int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
            char c = digits.charAt(i);
            out.append(nibble >= 8 ? Character.toUpperCase(c) : c);
        }
        return out.toString();
    }

    @Override
    public int compareTo(Address other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return checksummed();
    }
}
