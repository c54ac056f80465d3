package io.ballast.agent;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.sense.chain.ChainException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** An agent in a process of its own, to be killed. */
public final class TraderProcess {
    private static final int STARTS = 4;

    private TraderProcess() {}

    /** @param arguments the agent's file */
    public static void main(String[] arguments) {
        AgentLoader loader = new AgentLoader(new ConfigLoader(new YamlReader(), Map.of()));
        AgentConfiguration config = loader.load(Path.of(arguments[0]), Optional.empty());
        try (AgentSession session = open(config)) {
            session.run(outcome ->
                    System.out.println(outcome.map(CycleOutcome::note).orElse("no answer")));
        }
    }

    /** As a supervisor does: while anvil mines, a call by hash may run at the next block's time, which ends a start. */
    private static AgentSession open(AgentConfiguration config) {
        for (int start = 1; start < STARTS; start++) {
            try {
                return AgentSession.open(config, Clock.systemUTC());
            } catch (ChainException e) {
                System.out.println("started again: " + e.getMessage());
            }
        }
        return AgentSession.open(config, Clock.systemUTC());
    }
}
