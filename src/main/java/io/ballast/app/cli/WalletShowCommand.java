package io.ballast.app.cli;

import io.ballast.act.wallet.KeystoreInfo;
import io.ballast.act.wallet.web3j.KeystoreFile;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what may be known of one keystore. */
@Command(
        name = "show",
        description = "Show a keystore's account, key derivation and permissions.",
        footer = {"", "Example:", "  ballast wallet show main"})
final class WalletShowCommand extends Verb {
    @Parameters(paramLabel = "NAME", description = "Name of the wallet.")
    private String name = "";

    @Mixin
    private final WalletFolder folder;

    WalletShowCommand(Environment environment) {
        super(environment);
        this.folder = new WalletFolder(environment);
    }

    @Override
    public Integer call() {
        KeystoreInfo info = KeystoreFile.show(folder.file(name));
        output.result(
                info,
                List.of(
                        "account     " + info.address(),
                        "keystore    " + info.file(),
                        "derivation  " + info.kdf(),
                        "mode        " + info.mode()));
        return ExitCode.DONE;
    }
}
