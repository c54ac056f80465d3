package io.ballast.app.cli;

import io.ballast.app.cli.screen.HistoryLine;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.SeriesName;
import io.ballast.lab.data.imports.ImportOrder;
import io.ballast.lab.data.imports.Imported;
import io.ballast.lab.data.imports.Importer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files of prices into the store. */
@Command(
        name = "import",
        description = {
            "Import bars from CSV (plain or gzip) or Parquet: all files or none.",
            "Columns are found by their names: time, open, high, low, close, volume, as exchanges, freqtrade and ta4j"
                    + " call",
            "them, or Demeter's ticks and amounts of a pool; times are seconds, milliseconds or ISO 8601."
        },
        footer = {
            "",
            "Example:",
            "  ballast data import BTC_USDT-1h.csv ETH_USDT-1h.csv",
            "  ballast data import --name WETH-USDC --mapping pool.yaml Polygon-0x45dd-2022-07-*.csv"
        })
final class DataImportCommand extends Verb {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV or Parquet.")
    private List<Path> files = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the one series that all files make up, in order.")
    private @Nullable String name;

    @Option(
            names = "--timeframe",
            paramLabel = "1h",
            description = "Distance from bar to bar, where rows do not tell it.")
    private @Nullable String timeframe;

    @Option(names = "--panel", description = "Each column but the time holds the closes of a series of that name.")
    private boolean panel;

    @Option(names = "--replace", description = "Put the new series in the place of one that is there.")
    private boolean replace;

    @Mixin
    private final MappingFile mapping;

    @Mixin
    private final PriceFolder folder;

    DataImportCommand(Environment environment) {
        super(environment);
        this.mapping = new MappingFile(environment);
        this.folder = new PriceFolder(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "WARN");
        HistoryStore store = folder.store();
        ImportOrder order =
                new ImportOrder(files, Optional.ofNullable(name).map(this::series), columns(), panel, replace);
        List<Imported> done = new Importer(store, environment.clock()).run(order, output::note);
        List<Map<String, Object>> documents = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Imported series : done) {
            HistoryLine line = HistoryLines.of(store, series.series());
            documents.add(document(line, series));
            lines.add(line.text());
            if (!series.unused().isEmpty()) {
                lines.add("  not read: " + String.join(", ", series.unused()));
            }
        }
        output.result(Map.of("store", store.root(), "imported", documents), lines);
        return ExitCode.DONE;
    }

    private static Map<String, Object> document(HistoryLine line, Imported series) {
        Map<String, Object> document = new LinkedHashMap<>(line.document());
        document.put("unused", series.unused());
        return document;
    }

    private ImportMapping columns() {
        ImportMapping read = mapping.read();
        return timeframe == null ? read : read.every(duration(timeframe));
    }

    private SeriesName series(String text) {
        try {
            return new SeriesName(text);
        } catch (IllegalArgumentException e) {
            throw VerbException.usage("--name: \"" + text + "\" " + e.getMessage()
                    + ", expected up to 64 letters, digits, \".\", \"_\" or \"-\"");
        }
    }

    private static Duration duration(String text) {
        return SeriesKey.parse(text)
                .orElseThrow(() -> VerbException.usage("--timeframe: \"" + text
                        + "\" is not accepted, expected a time span such as 60s, 15m, 1h or 1d"));
    }
}
