package io.ballast.sense.dex;

import io.ballast.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reference vectors that lie beside the project; a test without them is skipped, and fails in CI. */
final class SharedBench {
    private SharedBench() {}

    static JsonNode json(String name) {
        return new ObjectMapper().readTree(SharedFiles.path("bench/" + name).toFile());
    }
}
