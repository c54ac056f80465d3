package io.ballast.app.cli;

import io.ballast.app.cli.screen.ModelWords;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.dl4j.ModelStore;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists models. */
@Command(
        name = "list",
        description = "List models with their hash and verdict.",
        footer = {"", "Example:", "  ballast models list"})
final class ModelsListCommand extends Verb {
    @Mixin
    private final ModelFolder folder;

    ModelsListCommand(Environment environment) {
        super(environment);
        this.folder = new ModelFolder(environment);
    }

    @Override
    public Integer call() {
        ModelStore store = folder.store();
        List<Row> rows = store.names().stream().map(name -> row(store, name)).toList();
        output.result(
                Map.of("folder", folder.path(), "models", rows),
                rows.isEmpty()
                        ? List.of("no models in " + folder.path() + "; 'ballast train' makes one")
                        : rows.stream().map(Row::line).toList());
        return ExitCode.DONE;
    }

    private static Row row(ModelStore store, String name) {
        ModelCard card = store.card(name);
        return new Row(
                name,
                store.sha256(name),
                card.trainedAt().toString(),
                card.gate().passed(),
                ModelWords.gate(card));
    }

    private record Row(String name, String sha256, String trainedAt, boolean gatePassed, String gate) {

        String line() {
            return name + "  " + sha256 + "  " + trainedAt + "  " + gate;
        }
    }
}
