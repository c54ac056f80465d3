package io.ballast.lab.data.events;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.lab.data.Schema;
import io.ballast.lab.data.Span;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was recorded of some contracts of one chain, in pieces. Other contracts, or other events of them, are another folder, so a piece
 * always holds all that was asked for. Thread-safe for readers beside one writer.
 */
public final class EventFolder {
    static final String LOGS = "logs";
    static final String BLOCKS = "blocks";
    static final String STATES = "states";
    static final String HEADS = "heads";

    private final Path folder;
    private final HistoryFiles files;

    private EventFolder(Path folder, HistoryFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * The folder of these contracts and events in a store.
     *
     * @param network its name in the configuration
     */
    public static EventFolder of(
            Path store, String network, List<Address> emitters, List<Hash32> topics, HistoryFiles files) {
        String all = Stream.concat(
                        emitters.stream().map(Address::hex), topics.stream().map(Hash32::hex))
                .sorted()
                .collect(Collectors.joining(","));
        byte[] hash = Keccak256.digest(all.getBytes(StandardCharsets.US_ASCII));
        return new EventFolder(
                store.resolve(network).resolve(Bytes.of(hash).hex().substring(2, 14)), files);
    }

    /** Every recording of a network, in the order of their names; none if there is no such folder. */
    public static List<EventFolder> all(Path store, String network, HistoryFiles files) {
        Path parent = store.resolve(network);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new EventFolder(folder, files))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return folder;
    }

    /** Pieces of a kind, in the order of blocks. */
    List<Piece> pieces(String kind) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> Piece.of(file.getFileName().toString(), kind))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The last recorded block.
     *
     * @throws DataRefusedException if nothing was recorded
     */
    public long last() {
        return pieces(LOGS).stream()
                .mapToLong(Piece::to)
                .max()
                .orElseThrow(() -> DataRefusedException.of(folder, "holds no events"));
    }

    /** The last block of those that were recorded without a gap from one on; empty if that one was not. */
    public OptionalLong lastFrom(long from) {
        long at = from;
        for (Piece piece : pieces(LOGS)) {
            if (piece.from() <= at && at <= piece.to()) {
                at = piece.to() + 1;
            }
        }
        return at == from ? OptionalLong.empty() : OptionalLong.of(at - 1);
    }

    /**
     * The header of the last block of a piece, which is always recorded.
     *
     * @throws DataRefusedException if no piece of logs ends there
     */
    public BlockHeader end(long block) {
        Piece piece = pieces(LOGS).stream()
                .filter(each -> each.to() == block)
                .findFirst()
                .orElseThrow(() -> DataRefusedException.of(folder, "has no piece that ends at block " + block));
        return HeaderRows.all(read(piece, BLOCKS, EventSchema.BLOCKS, new Span(block, block + 1)))
                .getFirst();
    }

    /** The runs of blocks between two that no piece of logs covers. */
    List<Piece> missing(long from, long to) {
        List<Piece> missing = new ArrayList<>();
        long at = from;
        for (Piece piece : pieces(LOGS)) {
            if (piece.from() > at && at <= to) {
                missing.add(new Piece(at, Math.min(to, piece.from() - 1)));
            }
            at = Math.max(at, piece.to() + 1);
        }
        if (at <= to) {
            missing.add(new Piece(at, to));
        }
        return missing;
    }

    BatchSource read(Piece piece, String kind, Schema schema, Span span) {
        return files.read(folder.resolve(piece.name(kind)), schema, span);
    }

    /** Writes a file beside its place and moves it there. */
    void write(Piece piece, String kind, BatchSource rows) {
        Path target = folder.resolve(piece.name(kind));
        Path temporary = folder.resolve(piece.name(kind) + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(temporary);
            files.write(temporary, rows);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Records blocks that are known already, as if a node had told them.
     *
     * @param headers of all blocks with events, and of the last
     * @param events in the order of the chain
     */
    public void keep(long from, long to, List<BlockHeader> headers, List<LogEntry> events) {
        keep(new Piece(from, to), headers, events);
    }

    void keep(Piece piece, List<BlockHeader> headers, List<LogEntry> events) {
        write(piece, BLOCKS, new ListSource<>(EventSchema.BLOCKS, "headers", headers, HeaderRows::fill));
        // Last: a piece is there when its events are.
        write(piece, LOGS, new ListSource<>(EventSchema.LOGS, "events", events, LogRows::fill));
    }

    /** Takes a piece of logs back: first what says that it is there. */
    void delete(Piece piece) {
        try {
            Files.deleteIfExists(folder.resolve(piece.name(LOGS)));
            Files.deleteIfExists(folder.resolve(piece.name(BLOCKS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
