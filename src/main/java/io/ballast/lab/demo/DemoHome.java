package io.ballast.lab.demo;

import io.ballast.base.units.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one demo run: the same files that a trader's agent has.
 *
 * @param folder made if absent; must hold no journal yet
 * @param root the project's folder
 */
record DemoHome(Path folder, Path root) {
    static DemoHome make(Path folder, Path root) {
        try {
            Files.createDirectories(folder.resolve("networks"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DemoHome home = new DemoHome(folder.toAbsolutePath(), root.toAbsolutePath());
        if (Files.exists(home.journal())) {
            throw new IllegalArgumentException(home.journal() + " is the journal of another chain");
        }
        return home;
    }

    Path journal() {
        return folder.resolve("journal.db");
    }

    Path keystore() {
        return folder.resolve("keystore.json");
    }

    Path passphrase() {
        return folder.resolve("passphrase");
    }

    Path agentFile() {
        return folder.resolve("agent.yaml");
    }

    Path recording() {
        return folder.resolve("recording");
    }

    void writeNetwork(String yaml) {
        write(folder.resolve("networks").resolve("devnet.yaml"), yaml);
    }

    /** Limits are the default ones, wide enough for a market in which 20 hours pass in half a minute. */
    void writeAgent(Address account, Address withdrawTo, URI rpc) {
        write(agentFile(), """
                schema: 1
                mode: live
                strategies: [demo]
                strategies_dir: %s
                networks_dir: networks
                models_dir: %s
                account:
                  address: "%s"
                  keystore: keystore.json
                  passphrase_file: passphrase
                  withdraw_to: "%s"
                capital: {max: 60000 USD}
                rpc: {urls: ["%s"], max_head_lag: 60s}
                gas: {max_per_day: 100 USD}
                limits: {preset: balanced, max_deadline: 1h}
                journal: journal.db
                """.formatted(root.resolve("strategies"), root.resolve("models"), account, withdrawTo, rpc));
    }

    /** The passphrase is needed once; without its file nobody can open the keystore that stays behind. */
    void forgetPassphrase() {
        try {
            Files.deleteIfExists(passphrase());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
