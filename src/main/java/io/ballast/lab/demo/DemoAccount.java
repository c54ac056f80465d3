package io.ballast.lab.demo;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.base.units.Address;
import io.ballast.base.units.Keccak256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The demo's account. Its key follows from the seed, because gas depends on the address (zero bytes of calldata are cheaper) and
 * a seed has to fix every balance; it is worth nothing outside the demo's chain.
 */
final class DemoAccount {
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoAccount() {}

    /** Makes the encrypted keystore under a new random passphrase, and the file that holds the passphrase. */
    static Address make(DemoHome home, long seed) {
        char[] passphrase = random();
        writePrivate(home.passphrase(), passphrase);
        char[] key = hex(Keccak256.digest(("ballast demo account " + seed).getBytes(StandardCharsets.UTF_8)));
        try (Secret raw = Secret.of("demo key", key);
                Secret secret = Secret.of("demo passphrase", passphrase)) {
            return KeystoreFile.importKey(home.keystore(), raw, secret, KeystoreFile.Strength.LIGHT, RANDOM);
        }
    }

    /** Where withdrawals would go: an address that nobody has the key of. */
    static Address savings() {
        byte[] hash = Keccak256.digest("ballast demo savings".getBytes(StandardCharsets.UTF_8));
        return Address.of(Arrays.copyOfRange(hash, 12, 32));
    }

    private static char[] random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return hex(bytes);
    }

    private static char[] hex(byte[] bytes) {
        char[] text = new char[2 * bytes.length];
        HexFormat format = HexFormat.of();
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = format.toHighHexDigit(bytes[i]);
            text[2 * i + 1] = format.toLowHexDigit(bytes[i]);
        }
        Arrays.fill(bytes, (byte) 0);
        return text;
    }

    private static void writePrivate(Path file, char[] text) {
        byte[] bytes = new String(text).getBytes(StandardCharsets.US_ASCII);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
