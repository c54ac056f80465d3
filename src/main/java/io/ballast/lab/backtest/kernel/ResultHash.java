package io.ballast.lab.backtest.kernel;

import io.ballast.base.units.Hash32;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over numbers as they come, in place of a journal. Not safe for use by several threads. */
final class ResultHash {
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
    private final MessageDigest digest;

    ResultHash(String identity) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        digest.update(identity.getBytes(StandardCharsets.UTF_8));
    }

    void add(double value) {
        if (buffer.remaining() < Double.BYTES) {
            flush();
        }
        buffer.putDouble(value);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    Hash32 value() {
        flush();
        return Hash32.of(digest.digest());
    }
}
