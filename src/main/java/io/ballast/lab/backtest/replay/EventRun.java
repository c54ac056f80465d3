package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.json.ChainRecording;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.think.model.ActionScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    /** Bars before the period that a strategy may look back on at its first decision. */
    private static final int WARM_UP = 1_000;
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
        Fills.Events fills = (Fills.Events) scenario.fills();
        Path store = scenario.pools().orElseThrow();
        StoredPools stored = StoredPools.find(store, wanted(), files);
        List<PoolState> start = stored.states();
        Set<Hash32> own = own(store);
        PoolEvents events = scenario.agent().network().contracts().events();
        HashedBlocks blocks = new HashedBlocks(PoolReplay.Blocks.of(stored.open()), start, own);
        try (PoolReplay replay = new PoolReplay(stored.start(), blocks, start, events, own)) {
            RunRecord run = new EventBacktest(scenario, fills, replay, model).run(WARM_UP);
            return new Done(
                    run,
                    new SeenEvents(stored.start(), replay.head().orElseThrow(), replay.tally(), blocks.hex(), own.size()));
        }
    }

    private StoredPools.Wanted wanted() {
        Duration blocks = scenario.agent().network().file().blockTime().multipliedBy(LATE_BLOCKS);
        return new StoredPools.Wanted(
                scenario.agent().network().file().name().text(),
                scenario.agent().universe().pools(),
                scenario.written().period(),
                scenario.agent().strategy().timeframe().multipliedBy(WARM_UP),
                blocks.compareTo(LATE) > 0 ? blocks : LATE);
    }

    private static Set<Hash32> own(Path store) {
        Path answers = store.resolve(RecordingFolder.ANSWERS);
        if (!Files.exists(answers)) {
            return Set.of();
        }
        try {
            return ChainRecording.receipts(answers).stream().map(Receipt::txHash).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw DataRefusedException.of(answers, String.valueOf(e.getMessage()));
        }
    }
}
