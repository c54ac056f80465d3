package io.ballast.app.cli;

import io.ballast.app.cli.screen.HistoryLine;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.csv.LookAhead;
import io.ballast.lab.data.imports.Foreign;
import io.ballast.lab.data.quality.Grade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges history. */
@Command(
        name = "verify",
        description = {
            "Look through history for gaps, doubles, spikes and impossible bars, and grade it from A to F.",
            "A CSV file is looked through for columns that know the future."
        },
        footer = {"", "Example:", "  ballast data verify", "  ballast data verify BTC_USDT prices.csv"})
final class DataVerifyCommand extends Verb {
    @Parameters(
            paramLabel = "NAME|FILE",
            arity = "0..*",
            description = "Series of the store, or CSV files before they are imported; all series if none is given.")
    private List<String> asked = List.of();

    @Mixin
    private final MappingFile mapping;

    @Mixin
    private final PriceFolder folder;

    DataVerifyCommand(Environment environment) {
        super(environment);
        this.mapping = new MappingFile(environment);
        this.folder = new PriceFolder(environment);
    }

    @Override
    public Integer call() {
        HistoryStore store = folder.store();
        List<HistoryLine> series =
                series(store).stream().map(key -> HistoryLines.of(store, key)).toList();
        Map<Path, List<LookAhead.Suspect>> files = files(mapping.read());
        List<String> lines = new ArrayList<>();
        series.forEach(line -> lines.addAll(words(line)));
        files.forEach((file, suspects) -> lines.addAll(words(file, suspects)));
        boolean ok = series.stream().noneMatch(line -> line.quality().grade() == Grade.F)
                && files.values().stream().allMatch(List::isEmpty);
        output.result(document(store, series, files, ok), lines);
        return ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<SeriesKey> series(HistoryStore store) {
        List<SeriesKey> all = store.list();
        if (asked.isEmpty()) {
            return all;
        }
        Set<String> names =
                asked.stream().filter(text -> !HistoryLines.isFile(text)).collect(Collectors.toSet());
        Set<String> known = all.stream().map(key -> key.name().text()).collect(Collectors.toSet());
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw VerbException.usage("no series " + name + " in " + store.root() + ", and no such file");
        });
        return all.stream().filter(key -> names.contains(key.name().text())).toList();
    }

    private Map<Path, List<LookAhead.Suspect>> files(ImportMapping columns) {
        Map<Path, List<LookAhead.Suspect>> files = new LinkedHashMap<>();
        asked.stream().filter(HistoryLines::isFile).map(Path::of).forEach(file -> {
            if (Foreign.isParquet(file)) {
                throw VerbException.usage(file + " is Parquet: import it, which reads no column but those of bars");
            }
            files.put(file, LookAhead.in(file, columns));
        });
        return files;
    }

    private static List<String> words(HistoryLine line) {
        List<String> words = new ArrayList<>(List.of(line.text()));
        line.quality().reasons().forEach(reason -> words.add("  " + reason));
        line.quality().examples().forEach(example -> words.add("    " + example));
        return words;
    }

    private static List<String> words(Path file, List<LookAhead.Suspect> suspects) {
        if (suspects.isEmpty()) {
            return List.of(file + ": no column knows the future");
        }
        return suspects.stream()
                .map(suspect ->
                        file + ": column " + suspect.column() + " " + suspect.reason() + "; an import does not read it")
                .toList();
    }

    private static Map<String, Object> document(
            HistoryStore store, List<HistoryLine> series, Map<Path, List<LookAhead.Suspect>> files, boolean ok) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", ok);
        document.put("store", store.root());
        document.put("series", series.stream().map(DataVerifyCommand::detail).toList());
        Map<String, Object> suspects = new LinkedHashMap<>();
        files.forEach((file, found) -> suspects.put(file.toString(), found));
        document.put("lookAhead", suspects);
        return document;
    }

    private static Map<String, Object> detail(HistoryLine line) {
        Map<String, Object> detail = new LinkedHashMap<>(line.document());
        detail.put("missing", line.quality().missing());
        detail.put("gaps", line.quality().gaps());
        detail.put("longestGap", line.quality().longestGap());
        detail.put("duplicates", line.quality().duplicates());
        detail.put("disordered", line.quality().disordered());
        detail.put("unfit", line.quality().unfit());
        detail.put("spikes", line.quality().spikes());
        detail.put("wicks", line.quality().wicks());
        detail.put("still", line.quality().still());
        detail.put("examples", line.quality().examples());
        return detail;
    }
}
