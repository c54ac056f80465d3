package io.ballast.base.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The configuration files of a directory. */
final class Listing {
    private static final String ENDING = ".yaml";

    private Listing() {}

    /** {@code , did you mean "core4"?} or what there is instead. */
    static String hint(Path directory, String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            return ", and no directory " + directory;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(ENDING))
                    .map(f -> f.substring(0, f.length() - ENDING.length()))
                    .sorted()
                    .toList();
            return names.isEmpty() ? ", the directory has none" : Nearest.hint(name, names);
        }
    }
}
