package io.ballast.sense.chain.anvil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Installs one npm package into a folder; none of its scripts is run.
 *
 * @param npm the program
 * @param environment of the child, whole
 */
record NpmInstall(Path npm, Map<String, String> environment) {
    private static final long MINUTES = 5;

    void run(String name, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(name, folder));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path log = folder.resolve("npm.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!finished(process) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("npm failed: " + complaint(log));
        }
    }

    private List<String> command(String name, Path folder) {
        return List.of(
                npm.toString(),
                "install",
                "--prefix",
                folder.toString(),
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--save-exact",
                name);
    }

    private static boolean finished(Process process) throws IOException {
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String complaint(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("error"))
                .findFirst()
                .orElse("see " + log);
    }
}
