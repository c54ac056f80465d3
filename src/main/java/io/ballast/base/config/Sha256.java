package io.ballast.base.config;

/**
 * A pinned file hash.
 *
 * @param text 64 lower-case hex digits
 */
@TextForm(
        expected = "a SHA-256: 64 lower-case hex digits",
        example = "0000000000000000000000000000000000000000000000000000000000000000",
        pattern = "[0-9a-f]{64}")
public record Sha256(String text) {
    public static Sha256 parse(String text) {
        if (!text.matches("[0-9a-f]*")) {
            throw new IllegalArgumentException("is not lower-case hex");
        }
        if (text.length() != 64) {
            throw new IllegalArgumentException("has " + text.length() + " digits");
        }
        return new Sha256(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
