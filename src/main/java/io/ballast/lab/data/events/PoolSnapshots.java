package io.ballast.lab.data.events;

import io.ballast.base.units.PoolId;
import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.Span;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.PoolReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/** States of pools at chosen blocks, read by the lens; past blocks take an archive node. For one thread. */
public final class PoolSnapshots {
    private static final int PIECE = 64;

    private final EventFolder folder;
    private final List<PoolSpec> pools;

    public PoolSnapshots(EventFolder folder, List<PoolSpec> pools) {
        this.folder = folder;
        this.pools = List.copyOf(pools);
    }

    /** Those of some blocks that are not recorded yet. */
    public List<Long> missing(List<Long> blocks) {
        Set<Long> there = recorded();
        return blocks.stream().filter(block -> !there.contains(block)).toList();
    }

    /**
     * Records the states at blocks, in pieces of {@value #PIECE}.
     *
     * @throws io.ballast.sense.chain.ChainException of kind UNKNOWN_BLOCK or REFUSED if the node has not got the state
     * @throws DataRefusedException if a pool is of a kind whose state is not kept
     */
    public void record(ChainReader chain, PoolReader reader, List<Long> blocks, DownloadListener listener) {
        List<Long> left = missing(blocks);
        long found = 0;
        for (int from = 0; from < left.size(); from += PIECE) {
            List<Long> part = left.subList(from, Math.min(left.size(), from + PIECE));
            List<StateRows.At> states = new ArrayList<>();
            List<BlockHeader> headers = chain.headers(part);
            for (BlockHeader header : headers) {
                reader.read(header.ref(), pools)
                        .forEach(state ->
                                states.add(new StateRows.At(header.ref().number(), kept(state))));
                listener.progress(from + states.size() / pools.size(), left.size(), found + states.size());
            }
            found += states.size();
            write(new Piece(part.getFirst(), part.getLast()), headers, states);
        }
    }

    /** Last what says that they are there. */
    private void write(Piece piece, List<BlockHeader> headers, List<StateRows.At> states) {
        folder.write(
                piece, EventFolder.HEADS, new ListSource<>(EventSchema.BLOCKS, "headers", headers, HeaderRows::fill));
        folder.write(
                piece, EventFolder.STATES, new ListSource<>(EventSchema.STATES, "states", states, StateRows::fill));
    }

    /**
     * Records states that are known already, as if they had been read.
     *
     * @throws DataRefusedException if a pool is of a kind whose state is not kept
     */
    public void keep(BlockHeader header, List<PoolState> states) {
        long block = header.ref().number();
        write(
                new Piece(block, block),
                List.of(header),
                states.stream()
                        .map(state -> new StateRows.At(block, kept(state)))
                        .toList());
    }

    private PoolState kept(PoolState state) {
        if (!StateRows.keeps(state)) {
            throw DataRefusedException.of(
                    folder.path(), "pool " + state.id() + " is of a kind whose state is not kept");
        }
        return state;
    }

    private Set<Long> recorded() {
        Set<Long> blocks = new TreeSet<>();
        each(folder, (batch, row) -> blocks.add(batch.longs(0)[row]));
        return blocks;
    }

    /** Which pools there are states of in a folder. */
    public static Set<PoolId> pools(EventFolder folder) {
        Set<PoolId> pools = new TreeSet<>();
        each(folder, (batch, row) -> pools.add(StateRows.pool(batch, row)));
        return pools;
    }

    private static void each(EventFolder folder, ObjIntConsumer<Batch> row) {
        Batch batch = new Batch(EventSchema.STATES_OF);
        for (Piece piece : folder.pieces(EventFolder.STATES)) {
            try (BatchSource rows = folder.read(piece, EventFolder.STATES, EventSchema.STATES_OF, Span.ALL)) {
                while (rows.next(batch)) {
                    for (int i = 0; i < batch.size(); i++) {
                        row.accept(batch, i);
                    }
                }
            }
        }
    }

    /** Headers of the blocks with recorded states, in ascending order of number. */
    public List<BlockHeader> heads() {
        return folder.pieces(EventFolder.HEADS).stream()
                .map(piece -> folder.read(piece, EventFolder.HEADS, EventSchema.BLOCKS, Span.ALL))
                .flatMap(rows -> HeaderRows.all(rows).stream())
                .sorted(Comparator.comparingLong(header -> header.ref().number()))
                .toList();
    }

    /** Blocks with recorded states, ascending. */
    public List<Long> blocks() {
        return List.copyOf(recorded());
    }

    /**
     * The states at a block.
     *
     * @throws DataRefusedException if one of the pools was not recorded there
     */
    public List<PoolState> at(long block) {
        Map<PoolId, PoolSpec> specs = pools.stream().collect(Collectors.toMap(PoolSpec::id, spec -> spec));
        Map<PoolId, PoolState> states = new LinkedHashMap<>();
        Batch batch = new Batch(EventSchema.STATES);
        for (Piece piece : folder.pieces(EventFolder.STATES)) {
            if (piece.from() <= block && block <= piece.to()) {
                read(piece, block, batch, specs, states);
            }
        }
        return pools.stream()
                .map(spec -> {
                    PoolState state = states.get(spec.id());
                    if (state == null) {
                        throw DataRefusedException.of(
                                folder.path(), "has no state of pool " + spec.id() + " at block " + block);
                    }
                    return state;
                })
                .toList();
    }

    private void read(
            Piece piece, long block, Batch batch, Map<PoolId, PoolSpec> specs, Map<PoolId, PoolState> states) {
        Span only = new Span(block, block + 1);
        try (BatchSource rows = folder.read(piece, EventFolder.STATES, EventSchema.STATES, only)) {
            while (rows.next(batch)) {
                for (int i = 0; i < batch.size(); i++) {
                    PoolSpec spec = specs.get(StateRows.pool(batch, i));
                    if (spec != null) {
                        states.put(spec.id(), StateRows.read(batch, i, spec));
                    }
                }
            }
        }
    }
}
