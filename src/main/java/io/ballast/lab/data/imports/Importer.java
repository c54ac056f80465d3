package io.ballast.lab.data.imports;

import io.ballast.lab.data.BarRules;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.CheckedBars;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.Joined;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.SeriesName;
import io.ballast.lab.data.csv.CsvPanel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Imports files into a store. A file that cannot be accepted leaves the store as it was, whatever else was in the order. */
public final class Importer {
    private final HistoryStore store;
    private final InstantSource clock;

    public Importer(HistoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One series to write. */
    private record Part(SeriesName name, List<Path> files, ImportMapping mapping, List<String> unused) {}

    /**
     * Carries out an order.
     *
     * @param begun told of each series before it is read
     * @throws DataRefusedException for the first file that is not accepted
     */
    public List<Imported> run(ImportOrder order, Consumer<String> begun) {
        List<Part> parts = parts(order);
        List<Long> rows = new ArrayList<>();
        try (HistoryStore.Writing writing = store.write()) {
            for (Part part : parts) {
                begun.accept("importing " + part.name());
                rows.add(add(writing, part, order.replace()));
            }
            List<SeriesKey> keys = writing.commit();
            List<Imported> done = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                done.add(new Imported(keys.get(i), rows.get(i), parts.get(i).unused()));
            }
            return done;
        }
    }

    private long add(HistoryStore.Writing writing, Part part, boolean replace) {
        List<Supplier<BatchSource>> sources = part.files().stream()
                .map(file -> (Supplier<BatchSource>) () -> Foreign.open(file, part.mapping()))
                .toList();
        BarRules rules =
                new BarRules(clock.instant(), part.mapping().timeframe().orElse(null));
        try (CheckedBars rows = new CheckedBars(new Joined(sources), rules)) {
            writing.add(part.name(), rows, replace);
            return rows.count();
        }
    }

    private static List<Part> parts(ImportOrder order) {
        if (order.panel()) {
            return panel(order);
        }
        ImportMapping mapping = order.mapping();
        if (order.name().isPresent()) {
            List<String> unused = Foreign.unused(order.files().getFirst(), mapping);
            return List.of(new Part(order.name().get(), order.files(), mapping, unused));
        }
        return order.files().stream()
                .map(file -> new Part(FileNames.series(file), List.of(file), mapping, Foreign.unused(file, mapping)))
                .toList();
    }

    private static List<Part> panel(ImportOrder order) {
        Path first = order.files().getFirst();
        if (order.name().isPresent()) {
            throw DataRefusedException.of(first, "is a panel, whose columns name the series: leave out --name");
        }
        return CsvPanel.columns(first, order.mapping()).stream()
                .map(column -> new Part(
                        FileNames.named(first, column),
                        order.files(),
                        order.mapping().closing(column),
                        List.of()))
                .toList();
    }
}
