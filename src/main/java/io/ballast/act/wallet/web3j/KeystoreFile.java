package io.ballast.act.wallet.web3j;

import io.ballast.act.wallet.Kdf;
import io.ballast.act.wallet.Keystore;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.KeystoreInfo;
import io.ballast.act.wallet.PrivateFile;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.json.KeystoreJson;
import io.ballast.base.units.Address;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Makes and shows keystore files. A file appears whole, readable by its owner only, and only after it was opened again. */
public final class KeystoreFile {
    private static final int SHORTEST_PASSPHRASE = 8;

    private KeystoreFile() {}

    /** How much work a guess of the passphrase costs. */
    public enum Strength {
        /** scrypt n=2^18 r=8 p=1: about a second and 256 MiB. */
        STANDARD(1 << 18, 1),
        /** scrypt n=2^12 r=8 p=6: about 0.1 s and 4 MiB, so guesses are ten times cheaper; for the devnet and tests. */
        LIGHT(1 << 12, 6);

        private final int n;
        private final int p;

        Strength(int n, int p) {
            this.n = n;
            this.p = p;
        }

        private Kdf kdf(SecureRandom random) {
            return new Kdf.Scrypt(n, 8, p, KeyCipher.random(32, random));
        }
    }

    /**
     * Makes a new key.
     *
     * @param file must not exist
     * @param passphrase at least 8 characters; stays the caller's to close
     * @return the new account
     * @throws KeystoreException in one line; nothing was made then
     */
    public static Address create(Path file, Secret passphrase, Strength strength, SecureRandom random) {
        byte[] key = new byte[32];
        try {
            do {
                random.nextBytes(key);
            } while (!PrivateKey.valid(key));
            return write(file, PrivateKey.of(key, "new key"), key, passphrase, strength, random);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Encrypts a key that exists already.
     *
     * @param rawKey 64 hex digits, from a file or standard input; stays the caller's to close
     * @throws KeystoreException in one line; also if another keystore of the folder holds the account already
     */
    public static Address importKey(
            Path file, Secret rawKey, Secret passphrase, Strength strength, SecureRandom random) {
        byte[] key = rawKey.key();
        try {
            return write(file, PrivateKey.of(key, rawKey.name()), key, passphrase, strength, random);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What may be shown of one file; nothing is decrypted. */
    public static KeystoreInfo show(Path file) {
        Keystore keystore = KeystoreJson.read(file);
        return new KeystoreInfo(file, keystore.address(), keystore.kdf().toString(), PrivateFile.mode(file));
    }

    /** Files of a folder that may be keystores, {@code *.json}, by name; {@link #show} tells whether one is. */
    public static List<Path> list(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new KeystoreException(folder + ": is no folder that can be listed");
        }
        Collections.sort(found);
        return List.copyOf(found);
    }

    private static Address write(
            Path file, PrivateKey key, byte[] bytes, Secret passphrase, Strength strength, SecureRandom random) {
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new KeystoreException(
                    passphrase.name() + ": a new passphrase needs at least " + SHORTEST_PASSPHRASE + " characters");
        }
        refuseTwin(file, key.address());
        Keystore keystore = KeyCipher.encrypt(bytes, key.address(), passphrase, strength.kdf(random), random);
        // Money will be sent to this account: the file must open before it is named.
        PrivateFile.create(
                file,
                KeystoreJson.write(keystore),
                draft -> KeystoreSigner.decrypt(draft, KeystoreJson.read(draft), passphrase));
        return key.address();
    }

    private static void refuseTwin(Path file, Address account) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        for (Path other : list(folder)) {
            if (holds(other, account)) {
                throw new KeystoreException(other + ": holds account " + account + " already");
            }
        }
    }

    private static boolean holds(Path file, Address account) {
        try {
            return show(file).address().equals(account);
        } catch (KeystoreException notAKeystore) {
            // Some other JSON file: it holds no account that could be mistaken for this one.
            return false;
        }
    }
}
