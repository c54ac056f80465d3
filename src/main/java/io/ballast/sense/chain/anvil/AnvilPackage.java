package io.ballast.sense.chain.anvil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The npm package that carries anvil as a native binary; npm is needed to install it, nothing of Node to run it. */
final class AnvilPackage {
    /** The pinned version: its departures from a real node are known and tested for. */
    static final String VERSION = "1.7.1";

    private static final Logger LOG = LoggerFactory.getLogger(AnvilPackage.class);
    private static final String HINT = "get npm (it comes with Node.js) or install anvil " + VERSION
            + " with foundryup, and set ANVIL_BIN to the binary if it is not on PATH";

    // SHA-256 of the binaries that this version was tried with; for others npm's own check stands alone.
    private static final Map<String, String> DIGESTS =
            Map.of("linux-amd64", "10c1c727d6c1de973aeb160e59875b9a9a23464d6e74149ee8abb30b3500311b");
    private final Path folder;
    private final Map<String, String> environment;

    AnvilPackage(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Where the binary lies once installed. */
    Path binary() {
        return binaryIn(folder);
    }

    /**
     * Installs into a folder beside the final one, checks it and moves it there, so that two processes may install at once.
     */
    Path install() {
        Path npm = SearchPath.of(environment)
                .find("npm")
                .orElseThrow(() -> new AnvilException("no anvil and no npm found: " + HINT));
        LOG.info("installing anvil {} from npm into {}", VERSION, folder);
        try {
            Files.createDirectories(folder.getParent());
            Path fresh = Files.createTempDirectory(folder.getParent(), VERSION + "-");
            new NpmInstall(npm, environment).run("@foundry-rs/anvil@" + VERSION, fresh);
            check(binaryIn(fresh));
            move(fresh);
            return binary();
        } catch (IOException e) {
            throw new AnvilException("anvil cannot be installed (" + e.getMessage() + "): " + HINT, e);
        }
    }

    private static void check(Path file) throws IOException {
        if (!Files.isExecutable(file)) {
            throw new IOException("npm brought no anvil for " + platform());
        }
        @Nullable String expected = DIGESTS.get(platform());
        String actual = HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
        if (expected != null && !expected.equals(actual)) {
            throw new IOException("npm brought an anvil with the SHA-256 " + actual + ", expected " + expected);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isExecutable(binary())) {
                throw e;
            }
            LOG.debug("another process installed anvil first", e);
        }
    }

    private static Path binaryIn(Path folder) {
        return folder.resolve("node_modules/@foundry-rs/anvil-" + platform() + "/bin/anvil");
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String family = os.contains("mac") ? "darwin" : os.contains("win") ? "win32" : "linux";
        return family + "-" + (cpu.equals("aarch64") || cpu.equals("arm64") ? "arm64" : "amd64");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
