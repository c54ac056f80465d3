package io.ballast.base.config;

import java.util.Optional;

/** Turns the bytes of a configuration file into nodes. Thread-safe. */
public interface NodeParser {
    /**
     * @param file the name for positions
     * @return empty if nothing can be made of the content; then a problem says why
     */
    Optional<ConfigNode> parse(String file, byte[] content, Problems problems);
}
