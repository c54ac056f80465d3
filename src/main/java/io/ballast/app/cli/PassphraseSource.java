package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: where a passphrase comes from. Never an argument: others on the machine can read those. */
final class PassphraseSource {
    private final Environment environment;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "File that holds the passphrase, mode 600.")
    private @Nullable Path file;

    @Option(
            names = "--passphrase-fd",
            paramLabel = "N",
            description = "Descriptor to read the passphrase from: --passphrase-fd 3 3<pass.txt")
    private @Nullable Integer descriptor;

    PassphraseSource(Environment environment) {
        this.environment = environment;
    }

    /** For a keystore that exists: what was given, else the file, else a prompt. The caller closes it. */
    Secret of(Optional<Path> configured) {
        if (file != null || descriptor != null) {
            return given();
        }
        return configured.map(Secret::ofFile).orElseGet(() -> Prompt.ask(environment, "Passphrase"));
    }

    /** For a new keystore: a prompt asks twice. The caller closes it. */
    Secret ofNew() {
        if (file != null || descriptor != null) {
            return given();
        }
        Secret first = Prompt.ask(environment, "New passphrase");
        try (Secret second = Prompt.ask(environment, "The same again")) {
            if (!java.util.Arrays.equals(first.utf8(), second.utf8())) {
                first.close();
                throw VerbException.failed("the two passphrases differ; nothing was made");
            }
        }
        return first;
    }

    private Secret given() {
        if (file != null && descriptor != null) {
            throw VerbException.usage("--passphrase-file and --passphrase-fd are both given, expected one");
        }
        return file != null ? Secret.ofFile(file) : Secret.ofDescriptor(descriptor == null ? -1 : descriptor);
    }
}
