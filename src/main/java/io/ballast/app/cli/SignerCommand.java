package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.signer.PolicySigner;
import io.ballast.act.wallet.signer.SignerFile;
import io.ballast.act.wallet.signer.SignerServer;
import io.ballast.act.wallet.signer.SigningLimits;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.app.cli.terminal.Signals;
import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigFiles;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The process that holds the key. */
@Command(
        name = "signer",
        description = "Hold the key in a process of its own, and sign only what its own limits let pass.",
        footer = {"", "Example:", "  ballast signer -c signer.yaml --passphrase-file pass.txt"})
final class SignerCommand extends Verb {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            required = true,
            description = "The signer's own configuration: 'ballast schema signer' describes it.")
    private Path file = Path.of("");

    @Option(
            names = "--new-state",
            description = "Begin without a memory of what was signed; only for an account that never signed elsewhere.")
    private boolean fresh;

    @Mixin
    private final PassphraseSource passphrase;

    SignerCommand(Environment environment) {
        super(environment);
        this.passphrase = new PassphraseSource(environment);
    }

    @Override
    public Integer call() {
        SignerFile config = load();
        Signals signals = Signals.caught();
        try (PolicySigner signer = open(config);
                SignerServer server = SignerServer.start(signer, at(config.socket()))) {
            announce(config, signer);
            Object end =
                    CompletableFuture.anyOf(signals.first(), server.ended()).join();
            return end == null ? ExitCode.FAILED : end.equals("INT") ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private SignerFile load() {
        Problems problems = new Problems();
        Optional<Bound<SignerFile>> bound =
                new ConfigLoader(new YamlReader(), environment.variables()).load(file, SignerFile.class, problems);
        bound.ifPresent(config -> {
            secret(config, problems, "keystore", Optional.of(config.value().keystore()));
            secret(config, problems, "passphrase_file", config.value().passphraseFile());
        });
        problems.throwIfErrors();
        return bound.orElseThrow().value();
    }

    private void secret(Bound<SignerFile> config, Problems problems, String key, Optional<Path> secret) {
        if (config.clean(problems, key)) {
            secret.map(this::at).flatMap(ConfigFiles::exposed).ifPresent(what -> config.problem(problems, key, what));
        }
    }

    private PolicySigner open(SignerFile config) {
        SigningLimits limits = SigningLimits.of(config);
        try (Secret secret = passphrase.of(config.passphraseFile().map(this::at))) {
            KeystoreSigner key = KeystoreSigner.open(at(config.keystore()), secret, config.account(), config.chainId());
            return PolicySigner.open(key, limits, at(config.state()), fresh, environment.clock());
        }
    }

    private void announce(SignerFile config, PolicySigner signer) {
        Path socket = at(config.socket());
        output.result(
                Map.of(
                        "account", signer.address(),
                        "chainId", signer.chainId(),
                        "socket", socket,
                        "remembered", signer.remembered()),
                List.of(
                        "signs for " + signer.address() + " on chain " + signer.chainId() + " at " + socket,
                        signer.remembered() + " nonces remembered; " + String.join("; ", signer.summary())));
    }

    private Path at(Path written) {
        Path folder = file.toAbsolutePath().getParent();
        return (folder == null ? written : folder.resolve(written)).normalize();
    }
}
