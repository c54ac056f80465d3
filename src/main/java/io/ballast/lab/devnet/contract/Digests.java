package io.ballast.lab.devnet.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as lower-case hex. */
final class Digests {
    private Digests() {}

    static String sha256(byte[] content) {
        return digest("SHA-256", content);
    }

    static String sha512(byte[] content) {
        return digest("SHA-512", content);
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
