package io.ballast.agent;

import io.ballast.base.config.TextForm;
import io.ballast.base.units.Hash32;

/**
 * Fingerprint of a contract's code, as the agent prints it when it differs from the pinned one.
 *
 * @param text {@code 0x} and 64 lower-case hex digits
 */
@TextForm(
        expected = "the fingerprint of a contract's code: 0x and 64 lower-case hex digits",
        example = "0x0000000000000000000000000000000000000000000000000000000000000000",
        pattern = "0x[0-9a-f]{64}")
public record CodeHash(String text) {
    public static CodeHash parse(String text) {
        if (!text.matches("0x[0-9a-f]*")) {
            throw new IllegalArgumentException("is not 0x and lower-case hex");
        }
        if (text.length() != 66) {
            throw new IllegalArgumentException("has " + (text.length() - 2) + " digits");
        }
        return new CodeHash(text);
    }

    Hash32 hash() {
        return new Hash32(text);
    }
}
