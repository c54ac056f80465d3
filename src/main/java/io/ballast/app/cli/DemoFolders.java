package io.ballast.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** One folder for each demo run, named by its time, so that the last one sorts last. */
record DemoFolders(Path parent) {
    /** Name of the journal in a run's folder. */
    static final String JOURNAL = "journal.db";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    static DemoFolders in(Environment environment) {
        return new DemoFolders(environment.home().resolve("demo"));
    }

    /** A folder that does not exist yet. */
    Path fresh(Instant now, long seed) {
        String name = NAME.format(now) + "-seed" + seed;
        return Stream.iterate(1, i -> i + 1)
                .map(i -> parent.resolve(i == 1 ? name : name + "-" + i))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    /** The folder of the last run that left a journal. */
    Optional<Path> last() {
        if (!Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> runs = Files.list(parent)) {
            return runs.filter(run -> Files.exists(run.resolve(JOURNAL)))
                    .max(Comparator.comparing(run -> run.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent + ": " + e.getMessage(), e);
        }
    }
}
