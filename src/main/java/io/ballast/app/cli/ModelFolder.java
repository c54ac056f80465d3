package io.ballast.app.cli;

import io.ballast.think.model.dl4j.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: where models lie. */
final class ModelFolder {
    private final Environment environment;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder of the models (default: the project's models).")
    private @Nullable Path folder;

    ModelFolder(Environment environment) {
        this.environment = environment;
    }

    Path path() {
        return folder == null ? environment.root().resolve("models") : folder;
    }

    ModelStore store() {
        return new ModelStore(path());
    }
}
