package io.ballast.base.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where each key of a bound file stands; what a file left out is not in here. Filled while binding, then read only. */
public final class Given {
    private final Map<String, ConfigNode> nodes = new LinkedHashMap<>();
    private final ConfigNode root;

    Given(ConfigNode root) {
        this.root = root;
    }

    void put(String path, ConfigNode node) {
        nodes.put(path, node);
    }

    public boolean contains(String path) {
        return nodes.containsKey(path);
    }

    /** The file's name. */
    public String file() {
        return root.at().file();
    }

    /** Of the value, or of what encloses the place where it would be. */
    public Position position(String path) {
        for (String p = path; !p.isEmpty(); p = parent(p)) {
            ConfigNode node = nodes.get(p);
            if (node != null) {
                return node.at();
            }
        }
        return root.at();
    }

    /** The text with placeholders of a value that came from the environment. */
    Optional<String> secret(String path) {
        return nodes.get(path) instanceof ConfigNode.Scalar scalar ? scalar.written() : Optional.empty();
    }

    /** Up to the last dot or bracket; symbols may hold dots, so a parent need not exist. */
    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
