package io.ballast.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of Node.js, run to its end.
 *
 * @param variables of its environment, whole
 */
record Program(Map<String, String> variables, Duration timeout) {
    /**
     * Runs in a folder, which takes the files {@code stdout} and {@code stderr}.
     *
     * @return what it printed
     * @throws PeerUnavailableException if it is not on the path, fails or takes too long
     */
    List<String> run(Path folder, List<String> command) throws IOException {
        Path errors = folder.resolve("stderr");
        Path output = folder.resolve("stdout");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        int status = status(builder, command.getFirst());
        if (status != 0) {
            throw new PeerUnavailableException(
                    command.getFirst() + " ended with status " + status + ": " + complaint(errors));
        }
        return Files.readAllLines(output);
    }

    private int status(ProcessBuilder builder, String name) {
        Process process = start(builder, name);
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PeerUnavailableException(name + " did not end in " + timeout.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerUnavailableException("interrupted while " + name + " ran", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder builder, String name) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PeerUnavailableException(name + " not found: install Node.js 18 or newer", e);
        }
    }

    private static String complaint(Path errors) throws IOException {
        return Files.readAllLines(errors).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains("npm warn"))
                .findFirst()
                .orElse("no message");
    }
}
