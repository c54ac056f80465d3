package io.ballast.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Market data that lies beside the project; a test without it is skipped, and fails in CI. */
public final class SharedData {
    private SharedData() {}

    /** The files of a folder, in the order of their names. */
    public static List<Path> files(String folder) {
        Path root = Path.of(System.getProperty("ballast.root", System.getProperty("user.dir")));
        Path directory = root.resolve("../shared/data").resolve(folder).normalize();
        String absent = "market data is not here: " + directory;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(directory).as(absent).isDirectory();
        }
        assumeTrue(Files.isDirectory(directory), absent);
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
