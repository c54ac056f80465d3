package io.ballast.app.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.ConfigSandbox;
import io.ballast.app.cli.check.CheckLine.Verdict;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TWO = "${RPC_A}\", \"https://b.example/";

    @TempDir
    private Path directory;

    private static ChainReader node(long chainId, Supplier<BlockHeader> head) {
        return (ChainReader) Proxy.newProxyInstance(
                ChainReader.class.getClassLoader(),
                new Class<?>[] {ChainReader.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "chainId" -> chainId;
                    case "head" -> head.get();
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static ChainReader at(long number, long secondsOld) {
        BlockRef ref = new BlockRef(number, Hash32.ZERO, Hash32.ZERO, NOW.minusSeconds(secondsOld));
        return node(1, () -> new BlockHeader(ref, Wei.of(1), 0, 30_000_000));
    }

    private static ChainReader silent() {
        return node(1, () -> {
            throw new ChainException(ChainException.Kind.UNAVAILABLE, "connection refused");
        });
    }

    private NodeCheck.Found check(ChainReader first, ChainReader second) {
        AgentConfiguration config = new ConfigSandbox(directory)
                .edit(ConfigSandbox.AGENT, "${RPC_A}", TWO)
                .load();
        AtomicLong nanos = new AtomicLong();
        LongSupplier timer = () -> nanos.getAndAdd(7_000_000);
        NodeProbe probe = new NodeProbe(url -> url.contains("//b.") ? second : first, url -> false, timer);
        return new NodeCheck(probe, config, () -> NOW).run();
    }

    @Test
    void nodesInStepAreWellAndUsedInTheOrderOfTheFile() {
        ChainReader a = at(100, 5);
        ChainReader b = at(101, 2);
        NodeCheck.Found found = check(a, b);

        assertThat(found.lines()).extracting(CheckLine::verdict).containsExactly(Verdict.OK, Verdict.OK);
        assertThat(found.lines().getFirst().found()).endsWith("chain 1, head 100, 5 s old, 1 behind, 7 ms");
        assertThat(found.answering()).containsExactly(a, b);
    }

    @Test
    void aNodeThatLagsFailsAndComesLast() {
        ChainReader behind = at(90, 5);
        ChainReader well = at(101, 2);
        NodeCheck.Found found = check(behind, well);

        assertThat(found.lines()).extracting(CheckLine::verdict).containsExactly(Verdict.FAIL, Verdict.OK);
        assertThat(found.answering()).containsExactly(well, behind);
        assertThat(check(at(101, 300), well).lines().getFirst().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(check(at(101, -300), well).lines().getFirst().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aNodeOfAnotherChainIsNotUsed() {
        ChainReader well = at(101, 2);
        NodeCheck.Found found = check(node(5, () -> at(101, 2).head()), well);

        assertThat(found.lines().getFirst().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(found.lines().getFirst().found()).contains("is on chain 5, expected 1");
        assertThat(found.answering()).containsExactly(well);
    }

    @Test
    void aNodeThatDoesNotAnswerIsNotUsedAndNoKeyIsSaid() {
        NodeCheck.Found found = check(silent(), silent());

        assertThat(found.lines()).extracting(CheckLine::verdict).containsExactly(Verdict.FAIL, Verdict.FAIL);
        assertThat(found.answering()).isEmpty();
        assertThat(List.copyOf(found.lines()).toString())
                .contains("connection refused")
                .doesNotContain("s3cr3t");
    }

    @Test
    void aSocketThatAnnouncesNothingIsAWarning() {
        AgentConfiguration config = new ConfigSandbox(directory)
                .edit(ConfigSandbox.AGENT, "${RPC_A}", "${RPC_A}\", \"wss://b.example/")
                .load();
        for (boolean pushes : List.of(true, false)) {
            NodeProbe probe = new NodeProbe(url -> at(1, 1), url -> pushes, () -> 0);
            CheckLine socket =
                    new NodeCheck(probe, config, () -> NOW).run().lines().getLast();

            assertThat(socket.verdict()).isEqualTo(pushes ? Verdict.OK : Verdict.WARN);
            assertThat(socket.found()).startsWith("wss://b.example");
        }
    }
}
