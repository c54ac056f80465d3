package io.ballast.app.cli;

import io.ballast.base.units.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: where keystores lie. */
final class WalletFolder {
    private final Environment environment;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Folder of the keystores (default: wallets in BALLAST_HOME).")
    private @Nullable Path folder;

    WalletFolder(Environment environment) {
        this.environment = environment;
    }

    Path path() {
        return folder == null ? environment.home().resolve("wallets") : folder;
    }

    /** The keystore's file of a wallet. */
    Path file(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw VerbException.usage(
                    "a wallet's name is 1 to 64 letters, digits, dots and hyphens, was '" + name + "'");
        }
        return path().resolve(name.endsWith(".json") ? name : name + ".json");
    }

    /** Makes the folder, for its owner only, if there is none. */
    void make() {
        try {
            if (!Files.isDirectory(path())) {
                Files.createDirectories(
                        path(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + path() + ": " + e.getMessage(), e);
        }
    }

    /** Prints what was made, and what to do about it. */
    void made(Output output, Address account, Path file, String advice) {
        output.result(
                Map.of("address", account, "file", file), List.of("account " + account, "keystore " + file, advice));
    }
}
