package io.ballast.sense.chain.anvil;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The npm package that carries anvil as a native binary; npm is needed to install it, nothing of Node to run it. */
final class AnvilPackage {
    /** The pinned version: its departures from a real node are known and tested for. */
    static final String VERSION = "1.7.1";

    private static final Logger LOG = LoggerFactory.getLogger(AnvilPackage.class);
    private static final String HINT = "install anvil " + VERSION + " (npm i @foundry-rs/anvil@" + VERSION
            + " with Node's npm, or foundryup) and set ANVIL_BIN to the binary if it is not on PATH";
    private static final long INSTALL_MINUTES = 5;
    private final Path folder;
    private final Map<String, String> environment;

    AnvilPackage(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Where the binary lies once installed. */
    Path binary() {
        return folder.resolve("node_modules/@foundry-rs/anvil-" + platform() + "/bin/anvil");
    }

    /** Installs into a folder beside the final one and moves it there, so that two processes may install at once. */
    Path install() {
        LOG.info("installing anvil {} from npm into {}", VERSION, folder);
        try {
            Files.createDirectories(folder.getParent());
            Path fresh = Files.createTempDirectory(folder.getParent(), VERSION + "-");
            runNpm(fresh);
            move(fresh);
        } catch (IOException e) {
            throw new AnvilException("anvil cannot be installed (" + e.getMessage() + "): " + HINT, e);
        }
        if (!Files.isExecutable(binary())) {
            throw new AnvilException("npm brought no anvil for " + platform() + ": " + HINT);
        }
        return binary();
    }

    private void runNpm(Path fresh) throws IOException {
        List<String> command = List.of(
                "npm",
                "install",
                "--prefix",
                fresh.toString(),
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--save-exact",
                "@foundry-rs/anvil@" + VERSION);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(environment.keySet());
        builder.environment().putAll(environment);
        Path log = fresh.resolve("npm.log");
        Process npm = builder.redirectOutput(log.toFile()).start();
        if (!finished(npm) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IOException("npm failed: " + lastLine(log));
        }
    }

    private static boolean finished(Process npm) throws IOException {
        try {
            return npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            LOG.debug("another process installed anvil first", e);
        }
    }

    private static String lastLine(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8)
                .strip()
                .lines()
                .filter(line -> line.contains("rror"))
                .findFirst()
                .orElse("see " + log);
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String family = os.contains("mac") ? "darwin" : os.contains("win") ? "win32" : "linux";
        return family + "-" + (cpu.equals("aarch64") || cpu.equals("arm64") ? "arm64" : "amd64");
    }
}
