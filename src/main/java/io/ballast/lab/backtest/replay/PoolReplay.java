package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.events.EventReader;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pools that move by recorded blocks, forward only, with orders of ours at chosen places among the recorded events. Every later
 * order of others in a pool that ours has changed is computed again as the order that it was. Used by one thread.
 */
public final class PoolReplay implements AutoCloseable {
    private final ReplayBlocks blocks;
    private final Set<Hash32> own;
    private final ReplayPools pools;
    private BiConsumer<Instant, List<PoolState>> watcher = (time, moved) -> {};
    private @Nullable ReplayBlock next;
    /** The last recorded block that was played. */
    private @Nullable BlockHeader played;
    /** Where the replay stands: there, or at a later block in which nothing was recorded. */
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
        this(new DecodedBlocks(blocks, events), start, own);
    }

    private PoolReplay(ReplayBlocks blocks, List<PoolState> start, Set<Hash32> own) {
        this.blocks = blocks;
        this.own = Set.copyOf(own);
        this.pools = new ReplayPools(start);
        this.next = blocks.next().orElse(null);
    }

    /**
     * From a block whose states are known.
     *
     * @param origin at whose end the states were read; the blocks are those after it
     */
    public PoolReplay(BlockHeader origin, Blocks blocks, List<PoolState> start, PoolEvents events, Set<Hash32> own) {
        this(origin, new DecodedBlocks(blocks, events), start, own);
    }

    PoolReplay(BlockHeader origin, ReplayBlocks blocks, List<PoolState> start, Set<Hash32> own) {
        this(blocks, start, own);
        this.played = origin;
        this.head = origin;
    }

    /** Tells, from now on, the time of each block in which pools moved, and what they are after it. */
    void watch(BiConsumer<Instant, List<PoolState>> told) {
        this.watcher = told;
    }

    /** The block at which it stands; empty before the first. */
    public Optional<BlockHeader> head() {
        return Optional.ofNullable(head);
    }

    /** The next block that was recorded; empty after the last. */
    public Optional<BlockHeader> upcoming() {
        return Optional.ofNullable(next).map(ReplayBlock::header);
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

    /** Plays every block up to a number, and stands there if anything was recorded later. */
    public void advanceTo(long number) {
        while (next != null && next.header().ref().number() <= number) {
            play(next, Integer.MAX_VALUE, Optional.empty());
        }
        stand(between -> between.at(number), number);
    }

    /** Plays every block up to a time, and stands at the last block until then if anything was recorded later. */
    public void advanceTo(Instant time) {
        while (next != null && !next.header().ref().timestamp().isAfter(time)) {
            play(next, Integer.MAX_VALUE, Optional.empty());
        }
        if (head != null && head.ref().timestamp().isBefore(time)) {
            stand(between -> between.at(time), head.ref().number());
        }
    }

    /** @param least that is not stepped back from */
    private void stand(Function<QuietBlocks, BlockHeader> place, long least) {
        if (played == null || head == null || next == null || least < head.ref().number()) {
            return;
        }
        BlockHeader found = place.apply(new QuietBlocks(played, next.header()));
        if (found.ref().number() > head.ref().number()) {
            head = found;
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
     * Plays up to a place, executes an order of ours there, and plays the rest of that block. A block in which nothing was recorded
     * holds the order alone.
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
        ReplayBlock at = next;
        if (at == null) {
            throw DataRefusedException.of(
                    "recording", "ends before block " + block + ", where an order is to be executed");
        }
        if (at.header().ref().number() == block || played == null) {
            Entry<T> entry = new Entry<>(order, at.header());
            play(at, at.header().ref().number() == block ? index : 0, Optional.of(entry));
            return new Included<>(at.header(), entry.result());
        }
        return alone(new QuietBlocks(played, at.header()).at(block), order);
    }

    private <T> Included<T> alone(BlockHeader header, Order<T> order) {
        Entry<T> entry = new Entry<>(order, header);
        entry.execute(pools);
        end(header);
        return new Included<>(header, entry.result());
    }

    private void end(BlockHeader header) {
        watcher.accept(header.ref().timestamp(), pools.endOf(header.ref().number()));
        head = header;
    }

    private void play(ReplayBlock block, int place, Optional<Entry<?>> entry) {
        Optional<Entry<?>> waiting = entry;
        for (RecordedStep step : block.steps()) {
            if (waiting.isPresent() && step.index() >= place) {
                waiting.get().execute(pools);
                waiting = Optional.empty();
            }
            pools.play(step, own.contains(step.tx()));
        }
        waiting.ifPresent(last -> last.execute(pools));
        end(block.header());
        played = block.header();
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
