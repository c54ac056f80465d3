package io.ballast.agent.control;

import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that lets one steer the agent. There is no default: a file that is not there is made with a random one. */
public final class ControlToken {
    private static final int SHORTEST = 32;
    private final byte[] digest;
    private final String text;

    private ControlToken(String text) {
        this.text = text;
        this.digest = sha256(text);
    }

    /** Reads the file, or makes it with 256 random bits first. */
    public static ControlToken readOrMake(Path file) {
        if (Files.notExists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            byte[] content = (HexFormat.of().formatHex(random) + "\n").getBytes(StandardCharsets.US_ASCII);
            PrivateFile.create(file, content, draft -> {});
        }
        return read(file);
    }

    /** @throws KeystoreException if others may read the file, or it holds fewer than 32 printable characters */
    public static ControlToken read(Path file) {
        String text = new String(PrivateFile.read(file), StandardCharsets.US_ASCII).strip();
        if (!text.matches("[\\x21-\\x7e]{" + SHORTEST + ",500}")) {
            throw new KeystoreException(file + ": a token has at least " + SHORTEST
                    + " printable characters without a space; remove the file and a random one is made");
        }
        return new ControlToken(text);
    }

    /** In a time that does not depend on where they differ. */
    boolean matches(String presented) {
        return MessageDigest.isEqual(digest, sha256(presented));
    }

    /** For the header of a request. */
    String bearer() {
        return "Bearer " + text;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a token";
    }
}
