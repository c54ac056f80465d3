package io.ballast.app.cli;

import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: where recorded prices lie. */
final class PriceFolder {
    private final Environment environment;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Folder of the history (default: the project's data/prices).")
    private @Nullable Path folder;

    PriceFolder(Environment environment) {
        this.environment = environment;
    }

    HistoryStore store() {
        Path root = folder == null ? environment.root().resolve("data/prices") : folder;
        return new HistoryStore(root, new ParquetFiles());
    }
}
