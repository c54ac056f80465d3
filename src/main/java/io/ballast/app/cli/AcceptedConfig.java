package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: a person accepts a configuration that is not the one of the journal's last session. */
final class AcceptedConfig {
    @Option(
            names = "--accept-config",
            paramLabel = "DIGEST",
            description =
                    "Go on under a configuration that the journal does not know yet, named by the first 8 or more digits of its digest.")
    private @Nullable String digits;

    /** The configuration with what was accepted, if anything. */
    AgentConfiguration in(AgentConfiguration configuration) {
        if (digits == null) {
            return configuration;
        }
        if (!digits.matches("[0-9a-f]{8,64}")) {
            throw VerbException.usage(
                    "--accept-config must be 8 to 64 digits of a digest as 'ballast show-config' prints" + " it, was '"
                            + digits + "'");
        }
        return configuration.accepting(digits);
    }
}
