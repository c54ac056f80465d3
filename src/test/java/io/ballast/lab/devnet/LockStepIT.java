package io.ballast.lab.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.flow.FlowPosition;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Time by hand: same seed, same chain. */
class LockStepIT {
    private static final Address ALICE = Address.parse("0x00000000000000000000000000000000000000a1");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BLOCK = Duration.ofSeconds(12);

    @Test
    void makesTheSameChainOfTheSameSeed() {
        List<Object> first = run(7);
        assertThat(run(7)).isEqualTo(first);
        assertThat(run(8)).isNotEqualTo(first);
    }

    @Test
    void makesTheSameChainWhateverIsReadFromIt() {
        assertThat(hashWithReads(5)).isEqualTo(hashWithReads(0));
    }

    @Test
    void keepsFeedsOnThePathAndPoolsWithinTheirFeeOfIt() {
        try (Devnet devnet = DevnetAtHand.lockStep(3)) {
            Probe probe = new Probe(devnet.rpcUrl());
            LockStep steps = devnet.lockStep();
            for (int i = 0; i < 12; i++) {
                BlockHeader block = steps.advance(HOUR, 2);
                assertFeedsFollow(probe, devnet.addresses(), steps.prices(), block);
                assertPoolsAligned(probe, devnet.addresses(), steps.prices());
                assertThat(probe.receipts(block.ref())).hasSizeGreaterThan(2).allMatch(LockStepIT::succeeded);
            }
        }
    }

    @Test
    void warmsUpInWholeBarsFromBoundaryToBoundary() {
        try (Devnet devnet = DevnetAtHand.lockStep(3)) {
            BlockHeader head = devnet.lockStep().warmUp(4, HOUR, 2);
            assertThat(head.ref().number()).isEqualTo(1 + 4 * 2);
            assertThat(head.ref().timestamp()).isEqualTo(Instant.parse("2026-01-01T04:00:00Z"));
            assertThat(devnet.lockStep().clock().instant()).isEqualTo(head.ref().timestamp());
        }
    }

    @Test
    void putsTheFlowAheadOfAnAgentOrBehindIt() {
        try (Devnet devnet = DevnetAtHand.lockStep(3)) {
            devnet.fund(ALICE, List.of(), Wei.ofCoins(BigDecimal.ONE));
            assertThat(positionOfAlice(devnet, FlowPosition.BEHIND_AGENTS)).isZero();
            assertThat(positionOfAlice(devnet, FlowPosition.AHEAD_OF_AGENTS)).isPositive();
        }
    }

    @Test
    void letsTimePassForWhoeverWaitsForAHead() {
        try (Devnet devnet = DevnetAtHand.lockStep(3)) {
            LockStepHeadFeed feed = new LockStepHeadFeed(devnet.lockStep(), BLOCK);
            BlockHeader before = devnet.lockStep().head();
            BlockHeader next = feed.awaitChange(before.ref(), Duration.ZERO).orElseThrow();
            assertThat(next.ref().parent()).isEqualTo(before.ref().hash());
            assertThat(next.ref().timestamp())
                    .isEqualTo(before.ref().timestamp().plus(BLOCK));
            assertThat(feed.awaitChange(before.ref(), Duration.ZERO)).hasValue(next);
        }
    }

    @Test
    void leavesNoProcessBehind() {
        List<ProcessHandle> others = ProcessHandle.current().descendants().toList();
        Devnet devnet = DevnetAtHand.lockStep(3);
        List<ProcessHandle> children = ProcessHandle.current()
                .descendants()
                .filter(child -> !others.contains(child))
                .toList();
        assertThat(children).isNotEmpty();
        devnet.close();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    /** Last hash and the balances of a run without agents. */
    private static List<Object> run(long seed) {
        try (Devnet devnet = DevnetAtHand.lockStep(seed)) {
            DevnetAddresses addresses = devnet.addresses();
            TokenAmount gift = TokenAmount.of(addresses.token(DevAsset.WETH), BigDecimal.TEN);
            devnet.fund(ALICE, List.of(gift), Wei.ofCoins(BigDecimal.ONE));
            Hash32 hash = devnet.lockStep().warmUp(4, HOUR, 3).ref().hash();
            Probe probe = new Probe(devnet.rpcUrl());
            List<Object> facts = new ArrayList<>(List.of(hash, devnet.lockStep().mineNext(BLOCK)));
            for (DevAsset asset : DevAsset.values()) {
                facts.add(probe.balance(addresses.token(asset), ALICE));
                facts.add(probe.balance(
                        addresses.token(asset), addresses.contracts().arbitrageur()));
            }
            return facts;
        }
    }

    private static Hash32 hashWithReads(int reads) {
        try (Devnet devnet = DevnetAtHand.lockStep(7)) {
            Probe probe = new Probe(devnet.rpcUrl());
            Token weth = devnet.addresses().token(DevAsset.WETH);
            for (int block = 0; block < 3; block++) {
                for (int i = 0; i < reads; i++) {
                    probe.balance(weth, ALICE);
                    probe.rpc().call("eth_estimateGas", Map.of("from", ALICE.hex(), "to", ALICE.hex()));
                    probe.rpc().call("eth_getBlockByNumber", "pending", true);
                }
                devnet.lockStep().mineNext(BLOCK);
            }
            return devnet.lockStep().head().ref().hash();
        }
    }

    private static void assertFeedsFollow(
            Probe probe, DevnetAddresses addresses, MarketPrices prices, BlockHeader block) {
        for (DevAsset asset : DevAsset.values()) {
            List<BigInteger> round = probe.call(addresses.feed(asset), AbiEncoder.call("latestRoundData()"));
            assertThat(round.get(1)).isEqualTo(prices.of(asset).value().unscaledValue());
            assertThat(round.get(3).longValueExact())
                    .isEqualTo(block.ref().timestamp().getEpochSecond());
        }
    }

    private static void assertPoolsAligned(Probe probe, DevnetAddresses addresses, MarketPrices prices) {
        for (PoolSpec pool : addresses.pools()) {
            double fee = pool.feePips() / 1e6;
            assertThat(probe.distance(pool, addresses, prices))
                    .as(pool.toString())
                    .isBetween(1 - fee - 1e-6, 1 / (1 - fee) + 1e-6);
        }
    }

    /** Index of an agent's transaction that offers twice the base fee. */
    private static int positionOfAlice(Devnet devnet, FlowPosition position) {
        Probe probe = new Probe(devnet.rpcUrl());
        BigInteger offer = devnet.lockStep().head().baseFee().value().multiply(BigInteger.TWO);
        probe.send(ALICE, ALICE, AbiEncoder.tuple().toBytes(), offer);
        List<JsonNode> receipts =
                probe.receipts(devnet.lockStep().mineNext(BLOCK, position).ref());
        return receipts.stream().map(r -> r.get("from").stringValue()).toList().indexOf(ALICE.hex());
    }

    private static boolean succeeded(JsonNode receipt) {
        return receipt.get("status").stringValue().equals("0x1");
    }
}
