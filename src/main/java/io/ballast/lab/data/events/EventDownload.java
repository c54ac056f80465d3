package io.ballast.lab.data.events;

import io.ballast.base.units.Hash32;
import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Span;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Records events from a node. What was recorded before stays and is not asked for again, unless a reorganisation took it back. For one
 * thread.
 */
public final class EventDownload {
    private static final int HEADERS = 100;

    private final ChainReader chain;
    private final EventFolder folder;
    private final LogQuery wanted;
    private final DownloadListener listener;
    private final PieceSize pieces;
    private final RangeSize size;
    private long done;
    private long found;

    /** @param wanted from its first block to its last */
    public EventDownload(ChainReader chain, EventFolder folder, LogQuery wanted, DownloadListener listener) {
        this(chain, folder, wanted, listener, PieceSize.DEFAULT);
    }

    EventDownload(ChainReader chain, EventFolder folder, LogQuery wanted, DownloadListener listener, PieceSize pieces) {
        this.chain = chain;
        this.folder = folder;
        this.wanted = wanted;
        this.listener = listener;
        this.pieces = pieces;
        this.size = new RangeSize(pieces.range());
    }

    /** What is left to do; takes back the pieces whose last block is not canonical any more. */
    public DownloadPlan plan() {
        List<Piece> recorded = folder.pieces(EventFolder.LOGS);
        for (int i = recorded.size() - 1; i >= 0 && !isCanonical(recorded.get(i)); i--) {
            folder.delete(recorded.get(i));
        }
        long blocks = 0;
        long queries = 0;
        for (Piece missing : missing()) {
            long count = missing.to() - missing.from() + 1;
            blocks += count;
            queries += (count + pieces.range() - 1) / pieces.range();
        }
        return new DownloadPlan(blocks, queries);
    }

    private List<Piece> missing() {
        return folder.missing(wanted.fromBlock(), wanted.toBlock());
    }

    private boolean isCanonical(Piece piece) {
        Batch batch = new Batch(EventSchema.BLOCKS);
        Span last = new Span(piece.to(), piece.to() + 1);
        try (BatchSource rows = folder.read(piece, EventFolder.BLOCKS, EventSchema.BLOCKS, last)) {
            return rows.next(batch)
                    && chain.header(HeaderRows.read(batch, 0).ref().hash()).isPresent();
        }
    }

    /**
     * Records what is missing.
     *
     * @return events recorded now
     * @throws ChainException when the node fails for good; what was recorded until then stays
     */
    public long run() {
        long blocks = plan().blocks();
        for (Piece missing : missing()) {
            record(missing, blocks);
        }
        return found;
    }

    private void record(Piece missing, long blocks) {
        List<LogEntry> events = new ArrayList<>();
        int queries = 0;
        long begun = missing.from();
        long at = begun;
        while (at <= missing.to()) {
            long to = Math.min(missing.to(), at + size.blocks() - 1);
            List<LogEntry> part = chain.logs(wanted.over(at, to));
            size.learn(part.size());
            events.addAll(part);
            queries++;
            done += to - at + 1;
            found += part.size();
            at = to + 1;
            if (at > missing.to() || events.size() >= pieces.events() || queries >= pieces.queries()) {
                write(new Piece(begun, to), events);
                begun = at;
                queries = 0;
                events.clear();
            }
            listener.progress(done, blocks, found);
        }
    }

    private void write(Piece piece, List<LogEntry> events) {
        folder.keep(piece, headers(piece, events), events);
    }

    private List<BlockHeader> headers(Piece piece, List<LogEntry> events) {
        TreeSet<Long> numbers = new TreeSet<>(List.of(piece.to()));
        Map<Long, Hash32> hashes = new HashMap<>();
        events.forEach(event -> {
            numbers.add(event.blockNumber());
            hashes.put(event.blockNumber(), event.blockHash());
        });
        List<Long> all = List.copyOf(numbers);
        List<BlockHeader> headers = new ArrayList<>();
        for (int from = 0; from < all.size(); from += HEADERS) {
            headers.addAll(chain.headers(all.subList(from, Math.min(all.size(), from + HEADERS))));
        }
        headers.forEach(header -> requireSame(header, hashes));
        return headers;
    }

    private static void requireSame(BlockHeader header, Map<Long, Hash32> hashes) {
        Hash32 hash = hashes.getOrDefault(header.ref().number(), header.ref().hash());
        if (!hash.equals(header.ref().hash())) {
            throw new ChainException(
                    ChainException.Kind.UNKNOWN_BLOCK,
                    "block " + header.ref() + " was reorganised while its events were read: run the download again");
        }
    }
}
