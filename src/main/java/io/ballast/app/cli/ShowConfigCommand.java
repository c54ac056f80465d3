package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.ShowConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The effective configuration. */
@Command(
        name = "show-config",
        description = "Show the effective configuration, every default filled in, every value with its origin.",
        footer = {"", "Example:", "  ballast show-config -c config/agent.yaml"})
final class ShowConfigCommand extends Verb {
    private static final List<String> PARTS = List.of("agent", "strategy", "network");

    @Mixin
    private final ConfigFile config;

    ShowConfigCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        AgentConfiguration configuration = config.load(Optional.empty());
        Map<String, Object> document = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        lines.add("# digest " + configuration.digest());
        for (String part : PARTS) {
            ShowConfig shown = configuration.shown().get(part);
            if (shown != null) {
                document.put(part, shown.tree());
                lines.add("# " + part);
                lines.addAll(shown.yaml().lines().toList());
            }
        }
        document.put("digest", configuration.digest());
        output.result(document, lines);
        return ExitCode.DONE;
    }
}
