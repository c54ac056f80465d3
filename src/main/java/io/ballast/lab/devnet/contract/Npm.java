package io.ballast.lab.devnet.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The npm command line, used for nothing but {@code npm pack}: it downloads tarballs and runs no script of theirs.
 *
 * @param command the program, {@code npm} to look on the path
 */
public record Npm(String command, Duration timeout) {
    /** What is on the path. */
    public static Npm onPath() {
        return new Npm("npm", Duration.ofMinutes(3));
    }

    /**
     * Downloads the tarballs of all packages into a directory.
     *
     * @throws ContractsUnavailableException in one line, if npm is missing, fails or takes too long
     */
    public void pack(List<PinnedPackage> packages, Path directory) {
        List<String> line = new ArrayList<>(
                List.of(command, "pack", "--silent", "--ignore-scripts", "--pack-destination", directory.toString()));
        packages.forEach(p -> line.add(p.coordinate()));
        Path errors = directory.resolve("npm.stderr");
        int status = run(new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing(directory).toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile()));
        if (status != 0) {
            throw new ContractsUnavailableException("npm could not fetch the contract packages (status " + status
                    + "; is there a network?): " + firstLine(errors));
        }
    }

    private int run(ProcessBuilder builder) {
        Process process = start(builder);
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ContractsUnavailableException(
                        "npm did not fetch the contract packages in " + timeout.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractsUnavailableException("interrupted while npm fetched the contract packages", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ContractsUnavailableException(
                    "npm not found: the devnet fetches the Uniswap contracts with it once; install Node.js 18 or newer",
                    e);
        }
    }

    private static Path nothing(Path directory) {
        try {
            return Files.write(directory.resolve("npm.stdin"), new byte[0]);
        } catch (IOException e) {
            throw new ContractsUnavailableException("cannot write to " + directory, e);
        }
    }

    private static String firstLine(Path errors) {
        try (var lines = Files.lines(errors, StandardCharsets.UTF_8)) {
            return lines.map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.contains("npm warn"))
                    .findFirst()
                    .orElse("no message");
        } catch (IOException e) {
            return "its message cannot be read (" + e.getMessage() + ")";
        }
    }
}
