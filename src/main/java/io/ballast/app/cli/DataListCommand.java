package io.ballast.app.cli;

import io.ballast.app.cli.screen.HistoryLine;
import io.ballast.lab.data.HistoryStore;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the series of a store. */
@Command(
        name = "list",
        description = "List the series of the store: bars, first and last, size and grade.",
        footer = {"", "Example:", "  ballast data list --format json"})
final class DataListCommand extends Verb {
    @Mixin
    private final PriceFolder folder;

    DataListCommand(Environment environment) {
        super(environment);
        this.folder = new PriceFolder(environment);
    }

    @Override
    public Integer call() {
        HistoryStore store = folder.store();
        List<HistoryLine> series =
                store.list().stream().map(key -> HistoryLines.of(store, key)).toList();
        output.result(
                Map.of(
                        "store",
                        store.root(),
                        "series",
                        series.stream().map(HistoryLine::document).toList()),
                series.isEmpty()
                        ? List.of("no series in " + store.root() + "; 'ballast data import' brings some in")
                        : series.stream().map(HistoryLine::text).toList());
        return ExitCode.DONE;
    }
}
