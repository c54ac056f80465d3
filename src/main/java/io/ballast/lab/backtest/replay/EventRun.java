package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.json.ChainRecording;
import io.ballast.think.model.ActionScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario of recorded events, from its store to its result. A store that is an agent's recording loses the transactions of that
 * agent: they are not the market's.
 *
 * @param files how the store is kept
 * @param model that the strategy names; empty where rules decide alone
 */
public record EventRun(Scenario scenario, HistoryFiles files, Optional<ActionScorer> model) {
    /** The last block of a day comes this much before midnight, or earlier by so many blocks. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private static final int LATE_BLOCKS = 10;

    /** What came of it. */
    public record Done(RunRecord run, SeenEvents seen) {}

    /**
     * Runs it.
     *
     * @throws DataRefusedException if the store does not hold all that it takes, or contradicts itself
     */
    public Done run() {
        Recording recording = recording();
        HashedBlocks blocks = recording.hashed();
        try (EventBacktest backtest = new EventBacktest(scenario, recording.replay(blocks), model, false)) {
            RunRecord run = backtest.run();
            return new Done(
                    run,
                    new SeenEvents(
                            recording.start(), backtest.head(), backtest.tally(), blocks.hex(), recording.own()));
        }
    }

    /**
     * What it runs over.
     *
     * @throws DataRefusedException as running it
     */
    public Recording recording() {
        Path store = scenario.pools().orElseThrow();
        // A recording that was not ended has no events either: that it was not is what there is to say.
        Set<Hash32> own = own(store);
        StoredPools stored = StoredPools.find(store, wanted(), files);
        return new Recording(
                stored.start(),
                stored.states(),
                () -> PoolReplay.Blocks.of(stored.open()),
                scenario.agent().network().contracts().events(),
                own);
    }

    /** Decisions of a run. */
    public int decisions() {
        return Schedule.of(scenario).decisions();
    }

    /** A run over another recording than its own, for whoever looks at everything that was weighed, at decisions to hold as well. */
    public EventBacktest thoroughlyOver(Recording recording) {
        return new EventBacktest(scenario, recording.replay(), model, true);
    }

    private StoredPools.Wanted wanted() {
        Duration blocks = scenario.agent().network().file().blockTime().multipliedBy(LATE_BLOCKS);
        return new StoredPools.Wanted(
                scenario.agent().network().file().name().text(),
                scenario.agent().universe().pools(),
                scenario.written().period(),
                scenario.agent().strategy().timeframe().multipliedBy(EventBacktest.WARM_UP),
                blocks.compareTo(LATE) > 0 ? blocks : LATE);
    }

    private static Set<Hash32> own(Path store) {
        Path answers = store.resolve(RecordingFolder.ANSWERS);
        if (!Files.exists(answers)) {
            return Set.of();
        }
        try {
            return ChainRecording.receipts(answers).stream()
                    .map(Receipt::txHash)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw DataRefusedException.of(answers, String.valueOf(e.getMessage()));
        }
    }
}
