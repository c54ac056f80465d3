package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.Mode;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixin: the agent's configuration. */
final class ConfigFile {
    private final Environment environment;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            required = true,
            description = "The agent's configuration.")
    private Path file = Path.of("");

    ConfigFile(Environment environment) {
        this.environment = environment;
    }

    Path path() {
        return file;
    }

    /**
     * @param mode instead of the file's
     * @throws io.ballast.base.config.ConfigException with every problem of all files
     */
    AgentConfiguration load(Optional<Mode> mode) {
        return load(environment, file, mode);
    }

    static AgentConfiguration load(Environment environment, Path file, Optional<Mode> mode) {
        AgentConfiguration configuration =
                new AgentLoader(new ConfigLoader(new YamlReader(), environment.variables())).load(file, mode);
        configuration.warnings().forEach(warning -> environment.console().note("ballast: " + warning));
        return configuration;
    }
}
