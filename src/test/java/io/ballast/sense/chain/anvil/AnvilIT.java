package io.ballast.sense.chain.anvil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.web3j.JsonRpc;
import io.ballast.sense.chain.web3j.RpcCall;
import io.ballast.sense.chain.web3j.RpcLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AnvilIT {
    private static final Address ALICE = Address.parse("0x00000000000000000000000000000000000000a1");
    private static final Instant GENESIS = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void startsAtTheGivenTimeOnTheGivenChainAndMinesOnlyWhenTold() {
        AnvilOptions options =
                AnvilOptions.DEFAULT.withChainId(4242).withGenesis(GENESIS).withMining(new Mining.Manual());
        try (Anvil anvil = AnvilAtHand.start(options)) {
            AnvilRpc rpc = anvil.rpc();
            assertThat(Hex.quantityLong(rpc.call("eth_chainId").stringValue())).isEqualTo(4242);
            rpc.mine(GENESIS.plusSeconds(12));
            rpc.mine(3, Duration.ofSeconds(12));
            JsonNode head = rpc.call("eth_getBlockByNumber", "latest", false);
            assertThat(Hex.quantityLong(head.path("number").stringValue())).isEqualTo(4);
            assertThat(Hex.quantityLong(rpc.call("eth_getBlockByNumber", "0x1", false)
                            .path("timestamp")
                            .stringValue()))
                    .isEqualTo(GENESIS.getEpochSecond() + 12);
        }
    }

    @Test
    void minesByItselfAtAnInterval() {
        AnvilOptions options = AnvilOptions.DEFAULT.withMining(new Mining.Interval(Duration.ofMillis(200)));
        try (Anvil anvil = AnvilAtHand.start(options)) {
            AnvilRpc rpc = anvil.rpc();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> Hex.quantityLong(rpc.call("eth_blockNumber").stringValue()) >= 2);
        }
    }

    @Test
    void answersABatchInOrderAndRollsBackToASnapshot() {
        try (Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT)) {
            AnvilRpc rpc = anvil.rpc();
            String snapshot = rpc.snapshot();
            rpc.setBalance(ALICE, Wei.of(77));
            List<JsonNode> answers =
                    rpc.batch(List.of(RpcCall.of("eth_getBalance", ALICE.hex(), "latest"), RpcCall.of("eth_chainId")));
            assertThat(answers).extracting(JsonNode::stringValue).containsExactly("0x4d", "0x7a69");
            rpc.revert(snapshot);
            assertThat(rpc.call("eth_getBalance", ALICE.hex(), "latest").stringValue())
                    .isEqualTo("0x0");
            assertThatThrownBy(() -> rpc.revert(snapshot)).isInstanceOf(ChainException.class);
        }
    }

    @Test
    void saysWhatTheNodeRefused() {
        try (Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT)) {
            assertThatThrownBy(() -> anvil.rpc().call("evm_nonsense"))
                    .isInstanceOfSatisfying(
                            ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.REFUSED))
                    .hasMessageContaining("Method not found");
        }
    }

    @Test
    void isGoneAfterClose() {
        Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT);
        assertThat(alive(anvil.pid())).isTrue();
        anvil.close();
        anvil.close();
        assertThat(alive(anvil.pid())).isFalse();
    }

    @Test
    void keepsTheChainInAStateFileAcrossANormalStop(@TempDir Path folder) {
        AnvilOptions options = AnvilOptions.DEFAULT.withState(folder.resolve("chain.json"));
        try (Anvil anvil = AnvilAtHand.start(options)) {
            anvil.rpc().mine(5, Duration.ofSeconds(1));
        }
        try (Anvil again = AnvilAtHand.start(options)) {
            assertThat(again.rpc().call("eth_blockNumber").stringValue()).isEqualTo("0x5");
        }
    }

    @Test
    void saysWhyItDidNotStartOnAPortInUse() {
        try (Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT)) {
            AnvilOptions samePort = AnvilOptions.DEFAULT.withPort(anvil.rpcUrl().getPort());
            assertThatThrownBy(() -> Anvil.start(samePort))
                    .isInstanceOf(AnvilException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void isGoneSoonAfterKillMinusNineOfTheJvmThatStartedIt() throws IOException, InterruptedException {
        AnvilAtHand.start(AnvilOptions.DEFAULT).close();
        Process jvm = childJvm();
        long pid = Long.parseLong(jvm.inputReader().readLine());
        assertThat(alive(pid)).isTrue();
        jvm.destroyForcibly();
        assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !alive(pid));
    }

    @Test
    void isGoneSoonAfterTheJvmThatStartedItExitsWithoutClosingIt() throws IOException, InterruptedException {
        AnvilAtHand.start(AnvilOptions.DEFAULT).close();
        Process jvm = childJvm();
        long pid = Long.parseLong(jvm.inputReader().readLine());
        jvm.destroy();
        assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !alive(pid));
    }

    @Test
    void isGoneAfterCloseEvenIfItHangs() throws IOException, InterruptedException {
        Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT);
        signal("STOP", anvil.pid());
        JsonRpc rpc = new JsonRpc(0, anvil.rpcUrl().toString(), RpcLimits.DEFAULT.withWhole(Duration.ofMillis(300)));
        // Its threads take a moment to stop.
        Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(() -> rpc.ask(RpcCall.of("eth_chainId")))
                        .isInstanceOfSatisfying(
                                ChainException.class,
                                e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE)));
        anvil.close();
        assertThat(alive(anvil.pid())).isFalse();
    }

    @Test
    void isGoneWhenItsKeeperIsKilled() throws IOException, InterruptedException {
        Assumptions.assumeTrue(SearchPath.of(System.getenv()).find("setpriv").isPresent(), "no setpriv here");
        try (Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT)) {
            long keeper = ProcessHandle.of(anvil.pid())
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .pid();
            signal("KILL", keeper);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !alive(anvil.pid()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoScratchFolderBehind() throws IOException {
        Path before = scratchOf(AnvilAtHand.start(AnvilOptions.DEFAULT));
        assertThat(before).doesNotExist();
    }

    private static Path scratchOf(Anvil anvil) throws IOException {
        try (anvil) {
            String line = Files.readString(Path.of("/proc", Long.toString(anvil.pid()), "cmdline"));
            List<String> arguments = List.of(line.split("\0"));
            Path scratch = Path.of(arguments.get(arguments.indexOf("--cache-path") + 1));
            assertThat(scratch).exists();
            return scratch;
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Process childJvm() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnvilHolder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
