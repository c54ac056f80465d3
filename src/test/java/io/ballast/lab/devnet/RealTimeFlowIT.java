package io.ballast.lab.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealTimeFlowIT {
    private static final Address ALICE = Address.parse("0x00000000000000000000000000000000000000a1");

    @Test
    void movesTheMarketUntilItIsClosed() {
        List<ProcessHandle> others = ProcessHandle.current().descendants().toList();
        Devnet devnet = DevnetAtHand.realTime(7);
        List<ProcessHandle> children = ProcessHandle.current()
                .descendants()
                .filter(child -> !others.contains(child))
                .toList();
        try (devnet) {
            Probe probe = new Probe(devnet.rpcUrl());
            TokenAmount gift = TokenAmount.of(devnet.addresses().token(DevAsset.LINK), BigDecimal.ONE);
            devnet.fund(ALICE, List.of(gift), Wei.ofCoins(BigDecimal.ONE));
            devnet.realTime().begin(Clock.systemUTC(), Duration.ofSeconds(10));
            Address feed = devnet.addresses().feed(DevAsset.WETH);
            await().atMost(Duration.ofSeconds(30)).until(() -> rounds(probe, feed) >= 3);
            assertThat(probe.balance(gift.token(), ALICE)).isEqualTo(gift.raw());
            Duration ahead = Duration.between(Instant.now(), latest(probe));
            assertThat(ahead).isBetween(Duration.ofSeconds(-10), Duration.ofSeconds(2));
        }
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("order-flow"));
    }

    @Test
    void closesEvenIfItNeverBegan() {
        List<ProcessHandle> others = ProcessHandle.current().descendants().toList();
        List<ProcessHandle> children;
        try (Devnet devnet = DevnetAtHand.realTime(7)) {
            children = ProcessHandle.current()
                    .descendants()
                    .filter(child -> !others.contains(child))
                    .toList();
            assertThat(devnet.realTime()).isNotNull();
        }
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    private static long rounds(Probe probe, Address feed) {
        return probe.call(feed, AbiEncoder.call("latestRound()")).getFirst().longValueExact();
    }

    private static Instant latest(Probe probe) {
        return Instant.ofEpochSecond(Hex.quantityLong(probe.rpc()
                .call("eth_getBlockByNumber", "latest", false)
                .get("timestamp")
                .stringValue()));
    }
}
