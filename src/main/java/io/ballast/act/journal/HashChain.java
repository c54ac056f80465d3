package io.ballast.act.journal;

import io.ballast.base.units.Hash32;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** How entries are linked. */
public final class HashChain {
    private HashChain() {}

    /**
     * SHA-256 over these bytes, integers big-endian and signed:
     *
     * <pre>
     * seq            8 bytes
     * at, seconds    8 bytes   since 1970-01-01T00:00:00Z
     * at, nanos      4 bytes   0 to 999,999,999
     * type, length   4 bytes   of its UTF-8
     * type           UTF-8
     * json, length   4 bytes   of its UTF-8
     * json           UTF-8
     * previous      32 bytes
     * </pre>
     */
    public static Hash32 hash(long seq, Instant at, String type, String json, Hash32 previous) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        byte[] jsonBytes = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer layout = ByteBuffer.allocate(60 + typeBytes.length + jsonBytes.length)
                .putLong(seq)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putInt(typeBytes.length)
                .put(typeBytes)
                .putInt(jsonBytes.length)
                .put(jsonBytes)
                .put(previous.bytes());
        return Hash32.of(sha256().digest(layout.array()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
