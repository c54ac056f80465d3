package io.ballast.lab.bench;

import io.ballast.think.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Java library for technical analysis that people use, in a process of its own. Maven fetches the pinned jars once into {@code
 * <home>/bench}; a jar with another hash is not run.
 */
public final class Ta4j {
    /** What is compared with. */
    public static final String NAME = "ta4j 0.17";

    private static final String FOLDER = "ta4j-0.17";
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    private static final String PROGRAM = "Ta4jCrossing.java";
    private static final Duration TIMEOUT = Duration.ofMinutes(8);
    private static final Map<String, String> JARS = new LinkedHashMap<>();

    static {
        JARS.put("org.ta4j:ta4j-core:0.17", "b7ecfa3a05310212da364ce922de817ffda9423b03b2663c9cd4076945ee8bb9");
        JARS.put("org.slf4j:slf4j-api:2.0.20", "7e1446499b359675d8aabe6af2de86b85e72ae8a2a932c0b40d0e5ba57097439");
    }

    private final Path home;
    private final Program program;

    /** @param variables of the process, {@code PATH} among them */
    public Ta4j(Path home, Map<String, String> variables) {
        this.home = home.resolve("bench");
        this.program = new Program(variables, TIMEOUT, "install Maven 3.8.6 or newer");
    }

    /**
     * Holds all or nothing by the means of its last closes, as its own manager of backtests runs it at each close.
     *
     * @param closes in units of 10⁻⁸
     * @param rate of the notional, a side
     * @throws PeerUnavailableException if it cannot be fetched or run
     */
    public Ta4jRun crossing(long[] closes, int fast, int slow, double rate, Effort effort) {
        try {
            Files.createDirectories(home);
            Path jars = installed();
            Path folder = Files.createTempDirectory(home, "run-");
            try {
                Path input = Files.write(folder.resolve("closes"), bytes(closes));
                return parse(program.run(
                        folder,
                        command(
                                folder,
                                jars,
                                List.of(
                                        input.toString(),
                                        Integer.toString(fast),
                                        Integer.toString(slow),
                                        Double.toString(rate),
                                        Integer.toString(effort.rounds())))));
            } finally {
                BenchFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new PeerUnavailableException("cannot use " + home + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path folder, Path jars, List<String> arguments) throws IOException {
        Path source = folder.resolve(PROGRAM);
        try (InputStream text = Ta4j.class.getResourceAsStream("ta4j-crossing.txt")) {
            Files.copy(Objects.requireNonNull(text, "ta4j-crossing.txt is packed with this class"), source);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-Xmx3g", "-cp", jars.resolve("*").toString(), source.toString()));
        command.addAll(arguments);
        return command;
    }

    /** Fetched beside its final place and moved there whole, so that two processes may do it at once. */
    private Path installed() throws IOException {
        Path ready = home.resolve(FOLDER);
        if (!Files.isDirectory(ready)) {
            Path fresh = Files.createTempDirectory(home, "fetch-");
            try {
                fetch(fresh);
                Files.move(fresh, ready);
            } catch (FileAlreadyExistsException another) {
                // Another process fetched it first, the same versions.
                return ready;
            } finally {
                if (Files.isDirectory(fresh)) {
                    BenchFolder.delete(fresh);
                }
            }
        }
        return ready;
    }

    private void fetch(Path folder) throws IOException {
        for (Map.Entry<String, String> jar : JARS.entrySet()) {
            program.run(folder, List.of("mvn", "-B", "-q", COPY, "-Dartifact=" + jar.getKey(), "-DoutputDirectory=."));
            refuseOther(folder, jar.getKey(), jar.getValue());
        }
    }

    private static void refuseOther(Path folder, String artifact, String sha256) throws IOException {
        String[] words = artifact.split(":", -1);
        Path jar = folder.resolve(words[1] + "-" + words[2] + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new PeerUnavailableException("Maven did not bring " + artifact);
        }
        Sha256 hash = new Sha256();
        hash.add(Files.readAllBytes(jar));
        if (!hash.hex().equals(sha256)) {
            throw new PeerUnavailableException(artifact + " has SHA-256 " + hash.hex() + ", expected " + sha256);
        }
    }

    private static byte[] bytes(long[] closes) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(closes.length, Long.BYTES));
        bytes.asLongBuffer().put(closes);
        return bytes.array();
    }

    /** {@code speed}, {@code last} and {@code trades}, a line each. */
    private static Ta4jRun parse(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.stream()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2)
                .forEach(words -> values.put(words[0], words[1]));
        return new Ta4jRun(number(values, "speed"), number(values, "last"), (int) number(values, "trades"));
    }

    private static double number(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new PeerUnavailableException(NAME + " printed no " + name);
        }
        return Double.parseDouble(value);
    }
}
