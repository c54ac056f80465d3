package io.ballast.app.cli;

import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: which journal to read. */
final class JournalFile {
    private final Environment environment;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal (default: the one of -c, else that of the last demo).")
    private @Nullable Path journal;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The agent's configuration, which names the journal.")
    private @Nullable Path config;

    JournalFile(Environment environment) {
        this.environment = environment;
    }

    Path path() {
        if (journal != null) {
            return journal;
        }
        if (config != null) {
            return ConfigFile.load(environment, config, Optional.empty())
                    .settings()
                    .journal();
        }
        return DemoFolders.in(environment)
                .last()
                .map(folder -> folder.resolve(DemoFolders.JOURNAL))
                .orElseThrow(() -> VerbException.usage(
                        "which journal? give --journal FILE or -c FILE, or run 'ballast demo' first"));
    }

    JournalReader open() {
        return SqliteJournalReader.open(path());
    }
}
