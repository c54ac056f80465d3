package io.ballast.app.cli;

import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.dl4j.ModelStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a model with every check there is. */
@Command(
        name = "verify",
        description = "Check a model's files against its card, load it, and score its golden rows.",
        footer = {"", "Example:", "  ballast models verify demo-v1"})
final class ModelsVerifyCommand extends Verb {
    @Parameters(paramLabel = "NAME", description = "Name of the model.")
    private String name = "";

    @Option(
            names = "--sha256",
            paramLabel = "HEX",
            description = "What the card's hash must be, as a strategy pins it.")
    private @Nullable String pinned;

    @Mixin
    private final ModelFolder folder;

    ModelsVerifyCommand(Environment environment) {
        super(environment);
        this.folder = new ModelFolder(environment);
    }

    @Override
    public Integer call() {
        ModelStore store = folder.store();
        LoadedModel model = store.load(name, pinned == null ? store.sha256(name) : pinned);
        model.members().forEach(member -> member.network().close());
        output.result(
                Map.of(
                        "name",
                        name,
                        "sha256",
                        model.sha256(),
                        "members",
                        model.members().size(),
                        "ok",
                        true),
                List.of(name + ": good, " + model.members().size() + " networks, sha256 " + model.sha256()));
        return ExitCode.DONE;
    }
}
