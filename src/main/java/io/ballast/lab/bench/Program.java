package io.ballast.lab.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of others, run to its end.
 *
 * @param variables of its environment, whole
 * @param remedy for who has not installed it
 */
record Program(Map<String, String> variables, Duration timeout, String remedy) {
    /**
     * Runs in a folder, which takes the files {@code stdout} and {@code stderr}.
     *
     * @return what it printed
     * @throws PeerUnavailableException if it is not on the path, fails or takes too long
     */
    List<String> run(Path folder, List<String> command) throws IOException {
        Path errors = folder.resolve("stderr");
        Path output = folder.resolve("stdout");
        List<String> found = new ArrayList<>(command);
        found.set(0, path(command.getFirst()).toString());
        ProcessBuilder builder = new ProcessBuilder(found)
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

    /** By the path of the environment given, not of this process. */
    private Path path(String name) {
        if (Path.of(name).isAbsolute()) {
            return Path.of(name);
        }
        return Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new PeerUnavailableException(name + " not found: " + remedy));
    }

    private int status(ProcessBuilder builder, String name) throws IOException {
        Process process = builder.start();
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

    private static String complaint(Path errors) throws IOException {
        return Files.readAllLines(errors).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains("npm warn"))
                .findFirst()
                .orElse("no message");
    }
}
