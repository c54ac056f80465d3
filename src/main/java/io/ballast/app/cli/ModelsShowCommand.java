package io.ballast.app.cli;

import io.ballast.app.cli.screen.ModelWords;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.dl4j.ModelStore;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a model's card. */
@Command(
        name = "show",
        description = "Show a model's card: data, figures, verdict.",
        footer = {"", "Example:", "  ballast models show demo-v1"})
final class ModelsShowCommand extends Verb {
    @Parameters(paramLabel = "NAME", description = "Name of the model.")
    private String name = "";

    @Mixin
    private final ModelFolder folder;

    ModelsShowCommand(Environment environment) {
        super(environment);
        this.folder = new ModelFolder(environment);
    }

    @Override
    public Integer call() {
        ModelStore store = folder.store();
        ModelCard card = store.card(name);
        String sha256 = store.sha256(name);
        output.result(Map.of("sha256", sha256, "card", card), ModelWords.lines(card, sha256));
        return ExitCode.DONE;
    }
}
