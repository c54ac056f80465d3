package io.ballast.lab.data.events;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.Span;
import io.ballast.sense.chain.LogEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks recorded blocks with events from the oldest to the newest, in bounded memory. For one thread. */
public final class EventReader implements AutoCloseable {
    private final EventFolder folder;
    private final Span span;
    private final Iterator<Piece> pieces;
    private @Nullable Rows headers;
    private @Nullable Rows logs;

    private EventReader(EventFolder folder, Span span, Iterator<Piece> pieces) {
        this.folder = folder;
        this.span = span;
        this.pieces = pieces;
    }

    /**
     * Opens a run of blocks.
     *
     * @param from first block
     * @param to last block
     * @throws DataRefusedException if one of them was not recorded
     */
    public static EventReader open(EventFolder folder, long from, long to) {
        List<Piece> missing = folder.missing(from, to);
        if (!missing.isEmpty()) {
            throw DataRefusedException.of(
                    folder.path(),
                    "blocks " + missing.getFirst() + " are not recorded: 'ballast data download' does it");
        }
        List<Piece> wanted = folder.pieces(EventFolder.LOGS).stream()
                .filter(piece -> piece.to() >= from && piece.from() <= to)
                .toList();
        return new EventReader(folder, new Span(from, to + 1), wanted.iterator());
    }

    /** The next block; empty after the last. */
    public Optional<RecordedBlock> next() {
        while (headers == null || !headers.has()) {
            close();
            if (!pieces.hasNext()) {
                return Optional.empty();
            }
            Piece piece = pieces.next();
            headers = new Rows(folder.read(piece, EventFolder.BLOCKS, EventSchema.BLOCKS, span));
            logs = new Rows(folder.read(piece, EventFolder.LOGS, EventSchema.LOGS, span));
        }
        return Optional.of(block(headers, logs));
    }

    private static RecordedBlock block(Rows headers, @Nullable Rows logs) {
        long number = headers.block();
        List<LogEntry> events = new ArrayList<>();
        while (logs != null && logs.has() && logs.block() == number) {
            events.add(LogRows.read(logs.batch, logs.take()));
        }
        return new RecordedBlock(HeaderRows.read(headers.batch, headers.take()), events);
    }

    @Override
    public void close() {
        if (headers != null) {
            headers.rows.close();
            headers = null;
        }
        if (logs != null) {
            logs.rows.close();
            logs = null;
        }
    }

    /** Rows with a look at the next one. */
    private static final class Rows {
        private final BatchSource rows;
        private final Batch batch;
        private int at;

        Rows(BatchSource rows) {
            this.rows = rows;
            this.batch = new Batch(rows.schema());
        }

        boolean has() {
            if (at < batch.size()) {
                return true;
            }
            at = 0;
            return rows.next(batch);
        }

        long block() {
            return batch.longs(0)[at];
        }

        int take() {
            if (at >= batch.size()) {
                throw new NoSuchElementException();
            }
            return at++;
        }
    }
}
