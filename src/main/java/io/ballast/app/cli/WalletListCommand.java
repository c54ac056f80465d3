package io.ballast.app.cli;

import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.KeystoreInfo;
import io.ballast.act.wallet.web3j.KeystoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the keystores of a folder. */
@Command(
        name = "list",
        description = "List the keystores of a folder.",
        footer = {"", "Example:", "  ballast wallet list"})
final class WalletListCommand extends Verb {
    @Mixin
    private final WalletFolder folder;

    WalletListCommand(Environment environment) {
        super(environment);
        this.folder = new WalletFolder(environment);
    }

    @Override
    public Integer call() {
        List<Path> files = Files.isDirectory(folder.path()) ? KeystoreFile.list(folder.path()) : List.of();
        List<KeystoreInfo> wallets =
                files.stream().flatMap(file -> shown(file).stream()).toList();
        List<String> lines = wallets.stream()
                .map(wallet -> wallet.address() + "  " + wallet.mode() + "  " + wallet.file())
                .toList();
        output.result(
                Map.of("folder", folder.path(), "wallets", wallets),
                wallets.isEmpty()
                        ? List.of("no keystores in " + folder.path() + "; 'ballast wallet new NAME' makes one")
                        : lines);
        return ExitCode.DONE;
    }

    private Optional<KeystoreInfo> shown(Path file) {
        try {
            return Optional.of(KeystoreFile.show(file));
        } catch (KeystoreException e) {
            output.note("ballast: " + e.getMessage());
            return Optional.empty();
        }
    }
}
