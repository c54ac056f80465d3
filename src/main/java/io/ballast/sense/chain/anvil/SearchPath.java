package io.ballast.sense.chain.anvil;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds programs in the folders of {@code PATH}.
 *
 * @param folders as {@code PATH} lists them
 */
record SearchPath(String folders) {
    static SearchPath of(Map<String, String> environment) {
        return new SearchPath(environment.getOrDefault("PATH", ""));
    }

    Optional<Path> find(String program) {
        return Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> executable(Path.of(folder, program)).stream())
                .findFirst();
    }

    /** The file, if it is one that can be run. */
    static Optional<Path> executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
    }
}
