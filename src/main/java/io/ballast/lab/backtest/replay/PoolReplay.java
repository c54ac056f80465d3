package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.events.EventReader;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pools that move by recorded blocks, forward only, with orders of ours at chosen places among the recorded events. Every later
 * order of others in a pool that ours has changed is computed again as the order that it was. Used by one thread.
 */
public final class PoolReplay implements AutoCloseable {
    private final Blocks blocks;
    private final PoolEvents events;
    private final Set<Hash32> own;
    private final ReplayPools pools;
    private @Nullable RecordedBlock next;
    private @Nullable BlockHeader head;

    /** Recorded blocks in ascending order; empty after the last. */
    public interface Blocks extends AutoCloseable {
        Optional<RecordedBlock> next();

        /** Most sources hold nothing. */
        @Override
        default void close() {}

        /** All of some blocks. */
        static Blocks of(List<RecordedBlock> all) {
            Iterator<RecordedBlock> rest = all.iterator();
            return () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }

        /** What a folder holds; the reader is closed with this. */
        static Blocks of(EventReader reader) {
            return new Blocks() {
                @Override
                public Optional<RecordedBlock> next() {
                    return reader.next();
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        }
    }

    /**
     * @param start states before the first block
     * @param own hashes of recorded transactions of ours, which are taken out
     */
    public PoolReplay(Blocks blocks, List<PoolState> start, PoolEvents events, Set<Hash32> own) {
        this.blocks = blocks;
        this.events = events;
        this.own = Set.copyOf(own);
        this.pools = new ReplayPools(start);
        this.next = blocks.next().orElse(null);
    }

    /** The last block that was played; empty before the first. */
    public Optional<BlockHeader> head() {
        return Optional.ofNullable(head);
    }

    /** The next block that was recorded; empty after the last. */
    public Optional<BlockHeader> upcoming() {
        return Optional.ofNullable(next).map(RecordedBlock::header);
    }

    /** Pools with our orders in them, in ascending order of id. */
    public List<PoolState> states() {
        return pools.states();
    }

    /** Pools as they were recorded, in ascending order of id. */
    public List<PoolState> recordedStates() {
        return pools.recordedStates();
    }

    /** Pools that orders of ours have left in another state than the recorded one. */
    public Set<PoolId> changed() {
        return pools.changed();
    }

    public ReplayTally tally() {
        return pools.tally();
    }

    /** Plays every block up to a number. */
    public void advanceTo(long number) {
        while (next != null && next.header().ref().number() <= number) {
            play(next, Integer.MAX_VALUE, Optional.empty());
        }
    }

    /** Plays the next block; false after the last. */
    public boolean advance() {
        if (next == null) {
            return false;
        }
        play(next, Integer.MAX_VALUE, Optional.empty());
        return true;
    }

    /**
     * An order of ours.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Order<T> {
        /**
         * Executes it.
         *
         * @param header of the block that it is in
         * @param pools as it finds them
         */
        Done<T> execute(BlockHeader header, List<PoolState> pools);
    }

    /**
     * What an order of ours did to the pools as it found them.
     *
     * @param <T> what came of it
     * @param after states of the pools that it changed; none if it failed
     */
    public record Done<T>(T result, List<PoolState> after) {
        public Done {
            after = List.copyOf(after);
        }
    }

    /** Where an order of ours was executed, and what came of it. */
    public record Included<T>(BlockHeader header, T result) {}

    /**
     * Plays up to a place, executes an order of ours there, and plays the rest of that block. Between recorded blocks nothing
     * moves the pools, so the first one recorded at or after the block asked for stands for it.
     *
     * @param block that is not played yet
     * @param index of the first event of the block that comes after the order
     * @throws DataRefusedException if the recording ends before
     */
    public <T> Included<T> include(long block, int index, Order<T> order) {
        if (head != null && block <= head.ref().number()) {
            throw new IllegalArgumentException("block " + block + " is behind " + head.ref());
        }
        advanceTo(block - 1);
        RecordedBlock at = next;
        if (at == null) {
            throw DataRefusedException.of("recording", "ends before block " + block + ", where an order is to be executed");
        }
        int place = at.header().ref().number() == block ? index : 0;
        Entry<T> entry = new Entry<>(order, at.header());
        play(at, place, Optional.of(entry));
        return new Included<>(at.header(), entry.result());
    }

    private void play(RecordedBlock block, int place, Optional<Entry<?>> entry) {
        Optional<Entry<?>> waiting = entry;
        for (RecordedStep step : RecordedStep.of(block.logs(), events)) {
            if (waiting.isPresent() && step.index() >= place) {
                waiting.get().execute(pools);
                waiting = Optional.empty();
            }
            pools.play(step, own.contains(step.tx()));
        }
        waiting.ifPresent(last -> last.execute(pools));
        pools.endOf(block.header().ref().number());
        head = block.header();
        next = blocks.next().orElse(null);
    }

    /** An order of ours on its way. */
    private static final class Entry<T> {
        private final Order<T> order;
        private final BlockHeader header;
        private Optional<Done<T>> done = Optional.empty();

        Entry(Order<T> order, BlockHeader header) {
            this.order = order;
            this.header = header;
        }

        void execute(ReplayPools pools) {
            Done<T> now = order.execute(header, pools.states());
            pools.put(now.after());
            done = Optional.of(now);
        }

        T result() {
            return done.orElseThrow().result();
        }
    }

    @Override
    public void close() {
        blocks.close();
    }
}
