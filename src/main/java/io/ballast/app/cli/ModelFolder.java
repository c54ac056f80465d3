package io.ballast.app.cli;

import io.ballast.think.model.dl4j.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: where models lie. */
final class ModelFolder {
    private final Surroundings surroundings;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of the models (default: the project's models).")
    private @Nullable Path folder;

    ModelFolder(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Path path() {
        return folder == null ? surroundings.root().resolve("models") : folder;
    }

    ModelStore store() {
        return new ModelStore(path());
    }
}
