package io.ballast.app.cli;

import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.data.ImportMapping;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: how to read the columns of a file. */
final class MappingFile {
    private final Environment environment;

    @Option(
            names = "--mapping",
            paramLabel = "FILE.yaml",
            description = "What the columns are, where their names do not say it ('ballast schema mapping').")
    private @Nullable Path file;

    MappingFile(Environment environment) {
        this.environment = environment;
    }

    /** @throws io.ballast.base.config.ConfigException with every problem of the file */
    ImportMapping read() {
        if (file == null) {
            return ImportMapping.NONE;
        }
        Problems problems = new Problems();
        ImportMapping mapping = new ConfigLoader(new YamlReader(), environment.variables())
                .load(file, ImportMapping.class, problems)
                .map(Bound::value)
                .orElse(ImportMapping.NONE);
        problems.throwIfErrors();
        return mapping;
    }
}
