package io.ballast.app.cli;

import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalReader;
import io.ballast.app.cli.jackson.Json;
import io.ballast.app.cli.screen.EventWords;
import io.ballast.base.units.Hash32;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists entries, one line each. */
@Command(
        name = "list",
        description = "List the entries of a journal, oldest first.",
        footer = {"", "Example:", "  ballast journal list --from 100 --type IntentMined"})
final class JournalListCommand extends Verb {
    @Mixin
    private final JournalFile journal;

    @Option(names = "--from", paramLabel = "SEQ", defaultValue = "1", description = "First entry (default: 1).")
    private long from;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "2147483647", description = "At most so many entries.")
    private int limit;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only events of this type, as in the list.")
    private String type = "";

    JournalListCommand(Environment environment) {
        super(environment);
        this.journal = new JournalFile(environment);
    }

    @Override
    public Integer call() {
        try (JournalReader reader = journal.open()) {
            Stream<JournalEntry> entries = reader.read(from)
                    .filter(entry -> type.isEmpty() || entry.type().equals(type))
                    .limit(limit);
            if (output.json()) {
                output.result(Map.of("entries", entries.map(Row::of).toList()), List.of());
            } else {
                entries.forEach(entry -> output.progress(EventWords.line(entry)));
            }
        }
        return ExitCode.DONE;
    }

    private record Row(long seq, Instant at, String type, Hash32 hash, Object event) {

        static Row of(JournalEntry entry) {
            return new Row(entry.seq(), entry.at(), entry.type(), entry.hash(), Json.raw(entry.json()));
        }
    }
}
