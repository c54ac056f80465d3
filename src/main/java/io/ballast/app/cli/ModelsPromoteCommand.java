package io.ballast.app.cli;

import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.dl4j.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a model rank, if its gate lets it. */
@Command(
        name = "promote",
        description = "Print what lets a model rank in a strategy; refused unless the model passed its gate.",
        footer = {"", "Example:", "  ballast models promote demo-v1"})
final class ModelsPromoteCommand extends Verb {
    @Parameters(paramLabel = "NAME", description = "Name of the model.")
    private String name = "";

    @Mixin
    private final ModelFolder folder;

    ModelsPromoteCommand(Environment environment) {
        super(environment);
        this.folder = new ModelFolder(environment);
    }

    @Override
    public Integer call() {
        ModelStore store = folder.store();
        LoadedModel model = store.load(name, store.sha256(name));
        model.members().forEach(member -> member.network().close());
        requireGate(model.card());
        output.result(
                Map.of("name", name, "sha256", model.sha256(), "role", "rank"),
                List.of(
                        "# in the strategy's file",
                        "scorer:",
                        "  type: model",
                        "  model: " + name,
                        "  sha256: " + model.sha256(),
                        "  role: rank"));
        return ExitCode.DONE;
    }

    private static void requireGate(ModelCard card) {
        if (!card.gate().passed()) {
            List<String> problems = new ArrayList<>();
            problems.add("model " + card.name() + " may veto but not rank: "
                    + card.gate().verdict());
            card.gate().failures().forEach(failure -> problems.add("gate: " + failure));
            throw new VerbException(ExitCode.REFUSED, problems);
        }
    }
}
