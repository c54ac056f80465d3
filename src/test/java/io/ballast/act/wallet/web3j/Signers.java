package io.ballast.act.wallet.web3j;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.Signer;
import io.ballast.base.units.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Signers of the first accounts of anvil, whose keys are public. */
public final class Signers {
    private static final String FIRST = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private static final String SECOND = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

    private Signers() {}

    /** Of account 0 on chain 31337. */
    public static Signer first() {
        return of(FIRST);
    }

    /** Of account 1 on chain 31337. */
    public static Signer second() {
        return of(SECOND);
    }

    /** Encrypts account 0 with a passphrase. */
    public static Address keystore(Path file, String passphrase) {
        return KeystoreFile.importKey(
                file, secret(FIRST), secret(passphrase), KeystoreFile.Strength.LIGHT, new SecureRandom());
    }

    private static Signer of(String key) {
        try {
            Path file = Files.createTempDirectory("signers").resolve("key.json");
            Address account = KeystoreFile.importKey(
                    file, secret(key), secret("passphrase"), KeystoreFile.Strength.LIGHT, new SecureRandom());
            Signer signer = KeystoreSigner.open(file, secret("passphrase"), account, 31337);
            Files.delete(file);
            Files.delete(file.getParent());
            return signer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secret secret(String text) {
        return Secret.of("test", text.toCharArray());
    }
}
