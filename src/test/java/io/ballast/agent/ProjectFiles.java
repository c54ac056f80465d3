package io.ballast.agent;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration files of the project itself. */
final class ProjectFiles {
    static final Path ROOT = Optional.ofNullable(System.getProperty("ballast.root"))
            .map(Path::of)
            .orElse(Path.of(""));
    static final Map<String, String> ENVIRONMENT = Map.of(
            "BALLAST_ADDRESS", "0x627306090abaB3A6e1400e9345bC60c78a8BEf57",
            "RPC_A", "https://a.example/v2/k3yThatNobodyMaySee",
            "RPC_B", "https://b.example/",
            "DEADMAN_URL", "https://dead.example/");

    private ProjectFiles() {}

    static ConfigLoader loader() {
        return new ConfigLoader(new YamlReader(), ENVIRONMENT);
    }

    static List<Path> networks() {
        return yaml("config/networks");
    }

    static List<Path> strategies() {
        return yaml("strategies");
    }

    private static List<Path> yaml(String directory) {
        try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
