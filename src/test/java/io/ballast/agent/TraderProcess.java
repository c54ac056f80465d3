package io.ballast.agent;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** An agent in a process of its own, to be killed. */
public final class TraderProcess {
    private TraderProcess() {}

    /** @param arguments the agent's file */
    public static void main(String[] arguments) {
        AgentLoader loader = new AgentLoader(new ConfigLoader(new YamlReader(), Map.of()));
        AgentConfiguration config = loader.load(Path.of(arguments[0]), Optional.empty());
        try (AgentSession session = AgentSession.open(config, Clock.systemUTC())) {
            session.run(outcome ->
                    System.out.println(outcome.map(CycleOutcome::note).orElse("no answer")));
        }
    }
}
