package io.ballast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reference data that lie beside the project; a test without them is skipped, and fails in CI. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file or folder below {@code ../shared}. */
    public static Path path(String name) {
        Path root = Path.of(System.getProperty("ballast.root", System.getProperty("user.dir")));
        Path file = root.resolve("../shared").resolve(name).normalize();
        String absent = "reference data are not here: " + file;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as(absent).exists();
        }
        assumeTrue(Files.exists(file), absent);
        return file;
    }

    /** Lines of a text file, or of one compressed by gzip. */
    public static List<String> lines(String name) {
        Path file = path(name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
