package io.ballast.app.cli;

import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Mode;
import io.ballast.agent.Scorers;
import io.ballast.app.cli.screen.CycleLine;
import io.ballast.base.units.Hash32;
import io.ballast.lab.backtest.replay.RecordedRun;
import io.ballast.lab.backtest.replay.RecordedRun.Pools;
import io.ballast.lab.backtest.replay.RecordingFolder;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trading on paper from a recording: nothing is asked of a node, and nothing is kept. */
final class RecordedTrade {
    private final Output output;
    private final List<String> decisions = new ArrayList<>();
    private final List<String> intents = new ArrayList<>();
    private int cycles;
    private int unanswered;

    RecordedTrade(Output output) {
        this.output = output;
    }

    /** Fails if the recording lacked an answer, or if this run left out a transaction of the recorded one. */
    int run(AgentConfiguration config, Path folder) {
        if (config.settings().mode() != Mode.PAPER) {
            throw VerbException.usage("--recording needs --mode paper: a recording takes no transactions");
        }
        RecordingFolder recording = new RecordingFolder(
                folder, config.network().file().name().text(), config.universe(), new ParquetFiles());
        try (RecordedRun run = new RecordedRun(
                config, recording, MemoryJournal::new, Scorers.model(config, Instant.EPOCH), Pools.AS_ANSWERED)) {
            run.run(this::one);
            Result result = new Result(
                    run.recording(),
                    cycles,
                    unanswered,
                    decisions,
                    intents,
                    run.left(),
                    run.tally().words());
            output.result(result, lines(result));
            return unanswered == 0 && run.left() == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void one(Optional<CycleOutcome> outcome) {
        cycles++;
        if (outcome.isEmpty()) {
            unanswered++;
            output.progress("cycle " + cycles + "  no decision: the recording has no answer");
            return;
        }
        CycleOutcome cycle = outcome.get();
        cycle.decision().ifPresent(decision -> decisions.add(decision.id()));
        cycle.intents().forEach(intent -> intents.add(intent.describe()));
        output.progress(CycleLine.of(cycles, cycle));
    }

    private static List<String> lines(Result result) {
        String missing = result.left() == 0 ? "all of its transactions" : "all but " + result.left() + " transactions";
        return List.of(
                "recording " + result.recording() + ": " + result.cycles() + " cycles, " + missing + " made again",
                result.pools());
    }

    private record Result(
            Hash32 recording,
            int cycles,
            int unanswered,
            List<String> decisions,
            List<String> intents,
            int left,
            String pools) {}
}
