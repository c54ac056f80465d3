package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.journal.GateJudged;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.control.ControlServer;
import io.ballast.agent.control.ControlToken;
import io.ballast.agent.control.Resumption;
import io.ballast.sense.chain.proxy.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** F60 and F63: the agent is stopped from outside, and strangers try to. With real processes: ControlProcessIT. */
class ControlFaultsIT {
    private static final String STRANGER = "POST /halt HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\r\n";

    /** How one stops an agent. */
    private enum Way {
        FILE {
            @Override
            void stop(Scene scene) throws IOException {
                Files.createFile(KillSwitch.fileOf(scene.journalFile()));
            }
        },
        COMMAND {
            @Override
            void stop(Scene scene) {
                KillSwitch.of(scene.journalFile(), scene::clock).engage("by command");
            }
        },
        ENDPOINT {
            @Override
            void stop(Scene scene) throws IOException {
                ControlToken token = ControlToken.readOrMake(scene.home().resolve("control.token"));
                try (ControlServer server = ControlServer.start(0, token, desk(scene))) {
                    String bearer = "Bearer "
                            + Files.readString(scene.home().resolve("control.token"))
                                    .strip();
                    String request = STRANGER.replace("localhost", "localhost:" + server.port())
                            .replace("Bearer x", bearer);
                    assertThat(said(server.port(), request)).startsWith("HTTP/1.1 200 ");
                }
            }
        };

        abstract void stop(Scene scene) throws IOException;
    }

    @FaultCase(
            id = "F60",
            injection = "kill switch by file, by command and by the endpoint, between verdict and signature; the node"
                    + " hangs",
            expected = "nothing is signed from then on; HALTED over a restart until a person resumes")
    void f60_nothingIsSignedOnceTheKillSwitchIsEngaged(CaseRecord record) {
        for (Way way : Way.values()) {
            Scene scene = record.scene();
            AtomicBoolean armed = new AtomicBoolean();
            scene.start(
                    World.plain()
                            .withJournal(real -> JournalHook.before(real, event -> {
                                if (event instanceof GateJudged && armed.getAndSet(false)) {
                                    engage(way, scene);
                                }
                            })),
                    Fuse.none());
            armed.set(true);
            scene.quietCycles(1);
            scene.faults(Faults.hang().times(1), Faults.refuse());
            scene.quietCycles(1);
            scene.faults();
            scene.quietCycles(1);
            scene.staysHalted();
            scene.stop();
            assertThat(Resumption.whileDown(scene.journalFile(), scene::clock)).isTrue();
            scene.start();
            scene.tradesAgain();
            scene.stop();
            scene.check();
        }
    }

    @FaultCase(
            id = "F63",
            injection = "a flood of wrong tokens and a hundred connections that drip, while the agent trades",
            expected = "refused and cut off; the agent trades on, and its owner is heard")
    void f63_strangersAtTheEndpointChangeNothing(CaseRecord record) throws IOException {
        Scene scene = record.scene();
        ControlToken token = ControlToken.readOrMake(scene.home().resolve("control.token"));
        AtomicBoolean over = new AtomicBoolean();
        Queue<String> odd = new ConcurrentLinkedQueue<>();
        List<Socket> dripping = new ArrayList<>();
        try (ControlServer server = ControlServer.start(0, token, desk(scene))) {
            for (int i = 0; i < 100; i++) {
                dripping.add(socket(server.port()));
                dripping.get(i).getOutputStream().write("POST /halt".getBytes(StandardCharsets.US_ASCII));
            }
            Thread flood = Thread.ofVirtual().start(() -> flood(server.port(), over, odd));
            scene.start();
            scene.tradesAgain();
            scene.tradesAgain();
            assertThat(scene.trading()).isEqualTo(TradingState.ACTIVE);
            assertThat(KillSwitch.fileOf(scene.journalFile())).doesNotExist();
            over.set(true);
            flood.interrupt();
        } finally {
            for (Socket socket : dripping) {
                socket.close();
            }
        }
        assertThat(odd).as("answers that a stranger must not get").isEmpty();
        Way.ENDPOINT.stop(scene);
        scene.quietCycles(1);
        scene.staysHalted();
        scene.stop();
        scene.check();
    }

    private static void flood(int port, AtomicBoolean over, Queue<String> odd) {
        try {
            while (!over.get()) {
                String said = said(port, STRANGER);
                if (!said.matches("(?s)HTTP/1.1 (401|403|429) .*")) {
                    odd.add(said);
                }
            }
        } catch (IOException e) {
            if (!over.get()) {
                odd.add(e.toString());
            }
        }
    }

    private static void engage(Way way, Scene scene) {
        try {
            way.stop(scene);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ControlDesk desk(Scene scene) {
        return new ControlDesk(
                KillSwitch.of(scene.journalFile(), scene::clock), scene::clock, "live", Duration.ofHours(1));
    }

    private static String said(int port, String request) throws IOException {
        try (Socket socket = socket(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket socket(int port) throws IOException {
        return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
