package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.base.units.Address;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Encrypts a key that exists already. */
@Command(
        name = "import",
        description = "Put an existing private key into an encrypted keystore.",
        footer = {"", "Example:", "  ballast wallet import main --key-file key.txt --passphrase-file pass.txt"})
final class WalletImportCommand extends Verb {
    @Parameters(paramLabel = "NAME", description = "Name of the wallet; its file is NAME.json.")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private KeySource key = new KeySource();

    @Mixin
    private final WalletFolder folder;

    @Mixin
    private final PassphraseSource passphrase;

    WalletImportCommand(Environment environment) {
        super(environment);
        this.folder = new WalletFolder(environment);
        this.passphrase = new PassphraseSource(environment);
    }

    @Override
    public Integer call() {
        Path file = folder.file(name);
        folder.make();
        try (Secret raw = key.open();
                Secret secret = passphrase.ofNew()) {
            Address account =
                    KeystoreFile.importKey(file, raw, secret, KeystoreFile.Strength.STANDARD, new SecureRandom());
            folder.made(output, account, file, "Now destroy the other copies of the key.");
        }
        return ExitCode.DONE;
    }

    /** Where the key comes from. */
    static final class KeySource {
        @Option(names = "--key-file", paramLabel = "FILE", description = "File that holds the key, mode 600.")
        private @Nullable Path file;

        @Option(names = "--key-fd", paramLabel = "N", description = "Descriptor to read the key from.")
        private int descriptor = -1;

        @Option(names = "--key-stdin", description = "Read the key from standard input.")
        private boolean stdin;

        Secret open() {
            return file != null
                    ? Secret.ofFile(file)
                    : stdin ? Secret.ofStream(System.in, "standard input") : Secret.ofDescriptor(descriptor);
        }
    }
}
