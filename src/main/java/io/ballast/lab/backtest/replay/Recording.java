package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What was recorded of some pools, to be played as often as one likes, as it was or with another future. Immutable. */
public final class Recording {
    private final BlockHeader start;
    private final List<PoolState> states;
    private final Supplier<PoolReplay.Blocks> source;
    private final PoolEvents events;
    private final Set<Hash32> own;
    private final UnaryOperator<ReplayBlocks> future;

    /**
     * @param start block whose states are the first
     * @param source opens all blocks after it; each is closed with its replay
     * @param own hashes of recorded transactions of ours, which are taken out
     */
    Recording(
            BlockHeader start,
            List<PoolState> states,
            Supplier<PoolReplay.Blocks> source,
            PoolEvents events,
            Set<Hash32> own) {
        this(start, List.copyOf(states), source, events, Set.copyOf(own), UnaryOperator.identity());
    }

    private Recording(
            BlockHeader start,
            List<PoolState> states,
            Supplier<PoolReplay.Blocks> source,
            PoolEvents events,
            Set<Hash32> own,
            UnaryOperator<ReplayBlocks> future) {
        this.start = start;
        this.states = states;
        this.source = source;
        this.events = events;
        this.own = own;
        this.future = future;
    }

    /** The same up to a moment; after it swaps that nobody can have known, and other base fees. */
    public Recording otherwiseAfter(Instant end, long seed) {
        return with(blocks -> new OtherBlocks(blocks, states, end, seed));
    }

    /** The same up to a moment, and empty blocks after it. */
    public Recording quietAfter(Instant end) {
        return with(blocks -> new EndedBlocks(blocks, start, end));
    }

    private Recording with(UnaryOperator<ReplayBlocks> after) {
        return new Recording(start, states, source, events, own, after);
    }

    BlockHeader start() {
        return start;
    }

    int own() {
        return own.size();
    }

    /** Plays it from its start. */
    public PoolReplay replay() {
        return replay(source.get());
    }

    /** The same blocks, whose identity is wanted. */
    HashedBlocks hashed() {
        return new HashedBlocks(source.get(), states, own);
    }

    PoolReplay replay(PoolReplay.Blocks blocks) {
        return new PoolReplay(start, future.apply(new DecodedBlocks(blocks, events)), states, own);
    }
}
