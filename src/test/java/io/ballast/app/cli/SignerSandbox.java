package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.base.units.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;

/** A signer's files in a folder of their own, to be broken by tests. */
final class SignerSandbox {
    /** 32 bytes of 0x46: the first private key in the tests of EIP-155. */
    static final String KEY = "46".repeat(32);

    static final String PASSPHRASE = "correct horse battery staple";
    final Path folder;
    final Path keystore;
    final Path passphrase;
    final Path config;
    final Address account;

    SignerSandbox(Path folder) {
        this(folder, KEY, 1);
    }

    SignerSandbox(Path folder, String key, long chainId) {
        this.folder = folder;
        this.keystore = folder.resolve("key.json");
        this.passphrase = secret("pass.txt", PASSPHRASE + "\n");
        this.account = KeystoreFile.importKey(
                keystore, text(key), text(PASSPHRASE), KeystoreFile.Strength.LIGHT, new SecureRandom());
        this.config = write("signer.yaml", yaml(chainId));
    }

    String yaml(long chainId) {
        return """
                schema: 1
                chain_id: %d
                account: "%s"
                keystore: key.json
                passphrase_file: pass.txt
                socket: run/signer.sock
                state: signer.log
                withdraw_to: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
                swap_router02: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45"
                tokens:
                  USDC:
                    address: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"
                    decimals: 6
                    max_per_transaction: 1000 USDC
                    max_per_day: 2500 USDC
                gas:
                  max_price: 100 gwei
                  max_limit: 500000
                  max_per_transaction: 0.05 ETH
                  max_per_day: 0.2 ETH
                """.formatted(chainId, account.checksummed());
    }

    CommandRun run(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "signer";
        arguments[1] = "-c";
        arguments[2] = config.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.in(folder, Map.of(), arguments);
    }

    Path secret(String name, String text) {
        Path file = write(name, text);
        mode(file, "rw-------");
        return file;
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void mode(Path file, String mode) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Secret text(String text) {
        return Secret.of("test", text.toCharArray());
    }
}
