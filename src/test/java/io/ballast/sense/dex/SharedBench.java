package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reference vectors that lie beside the project; a test without them is skipped, and fails in CI. */
final class SharedBench {
    private SharedBench() {}

    static JsonNode json(String name) {
        Path root = Path.of(System.getProperty("ballast.root", System.getProperty("user.dir")));
        Path file = root.resolve("../shared/bench").resolve(name);
        String absent = "reference vectors are not here: " + file.normalize();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as(absent).exists();
        }
        assumeTrue(Files.exists(file), absent);
        return new ObjectMapper().readTree(file.toFile());
    }
}
