package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.SessionEnded;
import io.ballast.lab.devnet.price.DevAsset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** F12 and the rest of F62: the program itself as a trader starts it, by the wall clock. */
class ProcessFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @FaultCase(
            id = "F12",
            injection = "SIGTERM between the signature and the block",
            expected = "finishes or parks in time; exit code 0; the next process finds no half state")
    void f12_sigtermMidTrade(CaseRecord record) throws Exception {
        Scene scene = wallClock(record);
        Process trader = start(scene, "-Xmx256m");
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> !trader.isAlive() || signatures(scene) > 0);
            assertThat(trader.isAlive()).as(log(scene)).isTrue();
            trader.destroy();
            assertThat(trader.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
        } finally {
            trader.destroyForcibly().onExit().join();
        }
        scene.evidence().report("exit code of a process that was asked to end", trader.exitValue() == 0, true);
        assertThat(trader.exitValue()).as(log(scene)).isZero();
        assertThat(new JournalFacts(scene.entries()).all(SessionEnded.class)).hasSize(1);
        scene.saw("ends with code 0 and says so in the journal");
        scene.chain().rpc().call("evm_setIntervalMining", 0);
        scene.start();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F62b",
            injection = "the program runs with a heap that cannot hold what it reads",
            expected = "ends with a code that is not 0, and signs nothing")
    void f62_heapIsExhausted(CaseRecord record) throws Exception {
        Scene scene = wallClock(record);
        Process trader = start(scene, "-Xmx14m");
        try {
            assertThat(trader.waitFor(90, TimeUnit.SECONDS))
                    .as("ends by itself: " + log(scene))
                    .isTrue();
        } finally {
            trader.destroyForcibly().onExit().join();
        }
        scene.evidence().report("exit code of a process without heap", trader.exitValue() == 0, false);
        assertThat(trader.exitValue()).as(log(scene)).isNotZero();
        assertThat(signatures(scene)).isZero();
        scene.saw("ends with an error");
        scene.chain().rpc().call("evm_setIntervalMining", 0);
        scene.check();
    }

    /** The shared chain, brought to the wall clock's time: fresh feeds, and a block every second from now on. */
    private static Scene wallClock(CaseRecord record) {
        Scene scene =
                record.scene(new SceneFiles().blockTime(Duration.ofSeconds(1)).strategy("timeframe", "5s"));
        scene.chain().mine(Duration.between(scene.chain().now(), Instant.now().minusSeconds(1)));
        for (DevAsset asset : DevAsset.values()) {
            scene.strangers().feed(asset, scene.strangers().price(asset));
        }
        scene.chain().mine(Duration.ofSeconds(1));
        scene.chain().rpc().call("evm_setIntervalMining", 1);
        return scene;
    }

    private static Process start(Scene scene, String heap) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                "io.ballast.app.cli.Ballast"));
        command.addAll(List.of(
                "trade",
                "--mode",
                "live",
                "--live-i-accept-the-risk",
                "-c",
                scene.home().resolve("agent.yaml").toString()));
        return new ProcessBuilder(command)
                .directory(scene.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(scene.home().resolve("trader.log").toFile())
                .start();
    }

    private static long signatures(Scene scene) {
        try {
            return new JournalFacts(scene.entries()).all(IntentSigned.class).count();
        } catch (io.ballast.act.journal.JournalException notYet) {
            return 0;
        }
    }

    private static String log(Scene scene) throws IOException {
        Path file = scene.home().resolve("trader.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
