package io.ballast.lab.faults;

import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second agent on the same key, whose operator gave it another folder. */
final class Twin {
    private final AgentUnderTest agent;

    Twin(Scene scene) {
        Path home = scene.home().resolve("twin");
        try {
            Files.createDirectories(home);
            for (String file : new String[] {"agent.yaml", "keystore.json", "passphrase"}) {
                Files.copy(
                        scene.home().resolve(file),
                        home.resolve(file),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            copyFolder(scene.home(), home, "networks/devnet.yaml");
            copyFolder(scene.home(), home, "strategies/restless.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AgentConfiguration config = SceneFiles.load(home);
        this.agent = new AgentUnderTest(scene, config, World.plain(), Fuse.none());
    }

    private static void copyFolder(Path from, Path to, String file) throws IOException {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(from.resolve(file), to.resolve(file));
    }

    void begin() {
        agent.begin();
    }

    void cycle() {
        agent.cycle();
    }

    TradingState trading() {
        return agent.wiring().risk().state().trading();
    }

    void end() {
        agent.vanish();
    }
}
