package io.ballast.lab.faults;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentSession;
import io.ballast.agent.CycleOutcome;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.anvil.AnvilRpc;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** An agent in a process of its own, to be killed: it lives by the chain's clock and decides as often as it can. */
final class TraderChild {
    static final String READY = "ready";
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private TraderChild() {}

    /** @param arguments the agent's folder, and the address of the chain whose blocks are its clock */
    public static void main(String[] arguments) {
        AgentConfiguration config = SceneFiles.load(Path.of(arguments[0]));
        AnvilRpc chain = new AnvilRpc(URI.create(arguments[1]));
        InstantSource clock =
                () -> Instant.ofEpochSecond(Hex.quantityLong(chain.call("eth_getBlockByNumber", "latest", false)
                        .get("timestamp")
                        .stringValue()));
        try (AgentSession session = AgentSession.open(config, clock)) {
            System.out.println(READY);
            while (true) {
                System.out.println(session.once().map(CycleOutcome::note).orElse("no answer"));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
