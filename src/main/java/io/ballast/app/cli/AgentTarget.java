package io.ballast.app.cli;

import io.ballast.agent.AgentSettings;
import io.ballast.agent.ControlFile;
import io.ballast.agent.control.ControlClient;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Mixin: which agent is meant. Never a default: somebody in a hurry would steer the wrong one. */
final class AgentTarget {
    private final Environment environment;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    AgentTarget(Environment environment) {
        this.environment = environment;
    }

    /** One of the two. */
    static final class Which {
        @Option(
                names = {"-c", "--config"},
                paramLabel = "FILE",
                description = "The agent's configuration.")
        private @Nullable Path config;

        @Option(
                names = "--journal",
                paramLabel = "FILE",
                description = "The agent's journal, if its configuration cannot be read.")
        private @Nullable Path journal;
    }

    /** Its journal, and how to reach it while it runs. */
    record Reached(Path journal, Optional<ControlFile> control) {
        Optional<ControlClient> client() {
            return control.map(file -> new ControlClient(file.port(), file.tokenFile()));
        }
    }

    Reached reach() {
        if (which.journal != null) {
            return new Reached(which.journal, Optional.empty());
        }
        Path file = which.config == null ? Path.of("") : which.config;
        AgentSettings settings =
                ConfigFile.load(environment, file, Optional.empty()).settings();
        return new Reached(settings.journal(), settings.control());
    }
}
