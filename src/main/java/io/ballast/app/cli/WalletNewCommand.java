package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.base.units.Address;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a key and its keystore. */
@Command(
        name = "new",
        description = "Make a new key in an encrypted keystore.",
        footer = {"", "Example:", "  ballast wallet new main --passphrase-file pass.txt"})
final class WalletNewCommand extends Verb {
    @Parameters(paramLabel = "NAME", description = "Name of the wallet; its file is NAME.json.")
    private String name = "";

    @Mixin
    private final WalletFolder folder;

    @Mixin
    private final PassphraseSource passphrase;

    WalletNewCommand(Environment environment) {
        super(environment);
        this.folder = new WalletFolder(environment);
        this.passphrase = new PassphraseSource(environment);
    }

    @Override
    public Integer call() {
        Path file = folder.file(name);
        folder.make();
        try (Secret secret = passphrase.ofNew()) {
            Address account = KeystoreFile.create(file, secret, KeystoreFile.Strength.STANDARD, new SecureRandom());
            folder.made(output, account, file, "Keep the passphrase: nobody can recover it.");
        }
        return ExitCode.DONE;
    }
}
