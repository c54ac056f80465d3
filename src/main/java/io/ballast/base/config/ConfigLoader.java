package io.ballast.base.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads configuration files into records. Thread-safe. */
public final class ConfigLoader {
    private final NodeParser parser;
    private final Map<String, String> environment;

    /**
     * @param environment for placeholders
     */
    public ConfigLoader(NodeParser parser, Map<String, String> environment) {
        this.parser = parser;
        this.environment = Map.copyOf(environment);
    }

    /** Empty if there is not even a record to speak of; whether the result may be used, {@code problems} says. */
    public <T extends Record> Optional<Bound<T>> load(Path file, Class<T> type, Problems problems) {
        return ConfigFiles.read(file, problems).flatMap(content -> bind(file.toString(), content, type, problems));
    }

    /** The same for text at hand, under a name for positions. */
    public <T extends Record> Optional<Bound<T>> read(String name, String text, Class<T> type, Problems problems) {
        return bind(name, text.getBytes(StandardCharsets.UTF_8), type, problems);
    }

    private <T extends Record> Optional<Bound<T>> bind(String name, byte[] content, Class<T> type, Problems problems) {
        return parser.parse(name, content, problems)
                .map(root -> new Placeholders(environment, problems).fill(root, ""))
                .flatMap(root -> new Binder(root, problems).bind(type, root));
    }
}
