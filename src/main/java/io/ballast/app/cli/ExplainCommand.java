package io.ballast.app.cli;

import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalReader;
import io.ballast.app.cli.jackson.Json;
import io.ballast.app.cli.screen.DecisionStory;
import io.ballast.app.cli.screen.StoryText;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One decision in words. */
@Command(
        name = "explain",
        description = "Explain one decision: what was seen, every candidate, every limit, what was sent.",
        footer = {"", "Example:", "  ballast explain d000014"})
final class ExplainCommand extends Verb {
    @Parameters(paramLabel = "ID", description = "Id of a decision or of one of its intents; 14 is short for d000014.")
    private String id = "";

    @Mixin
    private final JournalFile journal;

    ExplainCommand(Environment environment) {
        super(environment);
        this.journal = new JournalFile(environment);
    }

    @Override
    public Integer call() {
        String full = id.matches("[0-9]{1,6}") ? String.format("d%06d", Integer.valueOf(id)) : id;
        try (JournalReader reader = journal.open()) {
            DecisionStory story = DecisionStory.find(reader.read(1), full)
                    .orElseThrow(() -> VerbException.failed("no decision " + full + " in " + journal.path()
                            + "; 'ballast journal list --type DecisionMade' lists them"));
            output.result(Map.of("id", full, "entries", raw(story.entries())), StoryText.lines(story));
        }
        return ExitCode.DONE;
    }

    private static List<Map<String, Object>> raw(List<JournalEntry> entries) {
        return entries.stream()
                .map(entry -> Map.of(
                        "seq", entry.seq(), "at", entry.at(), "type", entry.type(), "event", Json.raw(entry.json())))
                .toList();
    }
}
