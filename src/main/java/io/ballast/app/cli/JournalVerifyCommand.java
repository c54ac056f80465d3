package io.ballast.app.cli;

import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalReader;
import io.ballast.base.units.Hash32;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the whole chain. */
@Command(
        name = "verify",
        description = "Check every entry, link and hash of a journal.",
        footer = {"", "Example:", "  ballast journal verify --journal journal.db"})
final class JournalVerifyCommand extends Verb {
    @Mixin
    private final JournalFile journal;

    JournalVerifyCommand(Environment environment) {
        super(environment);
        this.journal = new JournalFile(environment);
    }

    @Override
    public Integer call() {
        Path path = journal.path();
        JournalCheck check;
        try (JournalReader reader = journal.open()) {
            check = reader.verify();
        }
        output.result(
                new Result(path, check.ok(), check.entries(), check.head(), check.problem()),
                List.of(words(path, check)));
        return check.ok() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private record Result(Path path, boolean ok, long entries, Hash32 head, Optional<JournalCheck.Problem> problem) {}

    private static String words(Path path, JournalCheck check) {
        return check.problem()
                .map(problem -> path + ": BROKEN at entry " + problem.seq() + ": " + problem.reason() + " ("
                        + check.entries() + " good entries before it)")
                .orElseGet(() -> path + ": intact, " + check.entries() + " entries, head " + check.head());
    }
}
