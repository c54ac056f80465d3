package io.ballast.lab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of recorded markets: {@code NAME/TIMEFRAME.parquet} each. A file appears whole or not at all. Thread-safe; what it opens is
 * for one thread.
 */
public final class HistoryStore {
    private final Path root;
    private final HistoryFiles files;

    public HistoryStore(Path root, HistoryFiles files) {
        this.root = root;
        this.files = files;
    }

    public Path root() {
        return root;
    }

    /** The form in which it is kept. */
    public HistoryFiles files() {
        return files;
    }

    /** All series, in order of name and timeframe; none if there is no such folder. */
    public List<SeriesKey> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root, 2)) {
            return all.filter(Files::isRegularFile)
                    .map(SeriesKey::of)
                    .flatMap(Optional::stream)
                    .filter(key -> Files.isRegularFile(file(key)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A series by its name.
     *
     * @throws DataRefusedException naming what there is, if there is none
     */
    public SeriesKey find(SeriesName name, Duration timeframe) {
        SeriesKey key = new SeriesKey(name, timeframe);
        if (!Files.isRegularFile(file(key))) {
            List<String> near =
                    list().stream().map(SeriesKey::toString).limit(20).toList();
            throw DataRefusedException.of(
                    root, "has no " + key + (near.isEmpty() ? " and is empty" : ", only " + String.join(", ", near)));
        }
        return key;
    }

    /** Where a series is, or would be. */
    public Path file(SeriesKey key) {
        return root.resolve(key.file());
    }

    /** The bars of a series in a span of time, oldest first. */
    public BatchSource bars(SeriesKey key, Span span) {
        return files.read(file(key), Schema.BARS, span);
    }

    /** The same with what the chain says exactly, of a series that was recorded from a pool. */
    public BatchSource poolBars(SeriesKey key, Span span) {
        return files.read(file(key), Schema.POOL_BARS, span);
    }

    /** Whether a series was recorded from a pool. */
    public boolean isPool(SeriesKey key) {
        return columns(key)
                .contains(Schema.POOL_BARS.columns().get(Schema.LIQUIDITY).name());
    }

    public List<String> columns(SeriesKey key) {
        return files.columns(file(key));
    }

    public Extent extent(SeriesKey key) {
        return files.extent(file(key));
    }

    /** Begins to write series that shall appear together. */
    public Writing write() {
        return new Writing();
    }

    /** Files that are being written; closing without {@link #commit} leaves nothing behind. For one thread. */
    public final class Writing implements AutoCloseable {
        private final List<Pending> pending = new ArrayList<>();

        private record Pending(Path temporary, SeriesKey key) {}

        private Writing() {}

        /**
         * Writes a series beside its place.
         *
         * @param replace whether one of the same name may be there already
         */
        public void add(SeriesName name, CheckedBars rows, boolean replace) {
            Path temporary = temporary(name);
            try {
                files.write(temporary, rows);
                if (rows.count() == 0) {
                    throw DataRefusedException.of(rows.name(), "has no row below its header");
                }
                SeriesKey key = new SeriesKey(name, rows.timeframe());
                refuseDouble(key, replace);
                pending.add(new Pending(temporary, key));
            } catch (RuntimeException e) {
                delete(temporary);
                throw e;
            }
        }

        private Path temporary(SeriesName name) {
            try {
                Files.createDirectories(root);
                return root.resolve("." + name + "." + pending.size() + "."
                        + ProcessHandle.current().pid() + ".part");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void refuseDouble(SeriesKey key, boolean replace) {
            boolean here = pending.stream().anyMatch(other -> other.key().equals(key));
            if (here) {
                throw DataRefusedException.of(key, "comes from two of the files, expected --name to join them");
            }
            if (!replace && Files.exists(file(key))) {
                throw DataRefusedException.of(file(key), "is there already, expected --replace");
            }
        }

        /** Puts all series in their places. */
        public List<SeriesKey> commit() {
            List<SeriesKey> done = new ArrayList<>();
            for (Pending next : List.copyOf(pending)) {
                move(next);
                pending.remove(next);
                done.add(next.key());
            }
            return done;
        }

        private void move(Pending next) {
            try {
                Path target = file(next.key());
                Files.createDirectories(target.getParent());
                Files.move(
                        next.temporary(),
                        target,
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            pending.forEach(left -> delete(left.temporary()));
            pending.clear();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
