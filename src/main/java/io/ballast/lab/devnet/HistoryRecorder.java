package io.ballast.lab.devnet;

import io.ballast.lab.training.Bar;
import io.ballast.lab.training.History;
import io.ballast.lab.training.TrainingListener;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.MarketState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Records bars of a devnet's order flow for training, as an agent would see them: the market at the close of a bar, and the market one
 * block of flow later, which is what a swap of that decision meets at worst.
 *
 * @param blocksPerBar blocks that a bar is mined in
 * @param blockTime from a decision to the block that fills it
 */
public record HistoryRecorder(int blocksPerBar, Duration blockTime) {

    /**
     * Drives the chain; everything recorded follows from its seed.
     *
     * @param seed of the devnet
     */
    public History record(
            LockStep steps, MarketReader reader, long seed, int bars, Duration timeframe, TrainingListener listener) {
        List<Bar> recorded = new ArrayList<>(bars);
        for (int bar = 0; bar < bars; bar++) {
            listener.progress("recording seed " + seed, bar, bars);
            MarketState decided =
                    reader.observeAt(steps.warmUp(1, timeframe, blocksPerBar)).market();
            MarketState filled = reader.observeAt(steps.mineNext(blockTime)).market();
            recorded.add(new Bar(decided, filled));
        }
        listener.progress("recording seed " + seed, bars, bars);
        return new History(seed, recorded);
    }
}
