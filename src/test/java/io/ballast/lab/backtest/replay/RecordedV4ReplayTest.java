package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.data.SharedData;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolEvent.Swapped;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.dex.TrackedPool;
import io.ballast.sense.dex.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Swaps of a pool of Uniswap V4 on mainnet as events: each is read back as the order that its verdict says it was. */
class RecordedV4ReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Token ETH = Pools.token(0, "ETH", 18);
    private static final Token USDC = Pools.token(1, "USDC", 6);
    private static final PoolSpec SPEC =
            new PoolSpec(PoolId.of(Pools.address(9)), Venue.UNISWAP_V4, ETH, USDC, 500, 10);

    @Test
    void everyRecordedSwapIsTheOrderThatItsVerdictSaysAndAnswersAnOrderOfOurs() throws IOException {
        Path folder =
                SharedData.files("pools/mainnet_v4_eth_usdc_005_swaps_with_ticks").getFirst().getParent();
        JsonNode swaps =
                JSON.readTree(folder.resolve("swaps_with_cex_price.json").toFile()).get("swaps");
        JsonNode ticks = unpacked(folder.resolve("tick_snapshot_by_block.json.gz"));
        JsonNode verdicts = JSON.readTree(folder.resolve("replay_verdict.json").toFile());
        Map<OrderKind, Integer> kinds = new EnumMap<>(OrderKind.class);

        for (JsonNode verdict : verdicts) {
            int i = verdict.get("i").asInt();
            JsonNode at = swaps.get(verdict.get("snapshot").asString().equals("at_block") ? i : i - 1);
            ConcentratedPool before = pool(swaps.get(i - 1), ticks.get(block(at)));
            ConcentratedPool after = pool(swaps.get(i), ticks.get(block(at)));
            RecordedStep step = step(swaps.get(i), after, i);

            OrderKind kind = OrderReading.of(TrackedPool.of(before), step, TrackedPool.of(after)).kind();
            kinds.merge(kind, 1, Integer::sum);
            assertThat(kind.name()).as("%s", verdict).isEqualToIgnoringCase(verdict.get("mode").asString());
            replay(before, step, after);
        }

        assertThat(verdicts.size()).isEqualTo(49);
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(49);
    }

    /** As it was without us; and with a swap of ours before it, one that goes on from where ours ended. */
    private static void replay(ConcentratedPool before, RecordedStep step, ConcentratedPool after) {
        ReplayPools alone = new ReplayPools(List.of(before));
        alone.play(step, false);
        assertThat(alone.states()).containsExactly(after);

        ReplayPools shared = new ReplayPools(List.of(before));
        ConcentratedPool ours = (ConcentratedPool)
                before.swapExactIn(TokenAmount.of(USDC, BigDecimal.ONE)).after();
        shared.put(List.of(ours));
        shared.play(step, false);
        assertThat(shared.states()).isNotEqualTo(alone.states());
        assertThat(shared.tally().missedCount()).isZero();
        assertThat(shared.recordedStates()).containsExactly(after);
    }

    private static RecordedStep step(JsonNode swap, ConcentratedPool after, int number) {
        Swapped event = new Swapped(
                SPEC.id(),
                raw(swap, "amount0", 18),
                raw(swap, "amount1", 6),
                after.sqrtPriceX96(),
                after.tick(),
                after.liquidity());
        return new RecordedStep(Long.parseLong(block(swap)), number, Hash32.ZERO, event, Optional.empty());
    }

    private static ConcentratedPool pool(JsonNode swap, JsonNode snapshot) {
        SortedMap<Integer, BigInteger> nets = new TreeMap<>();
        snapshot.properties().stream()
                .filter(tick -> !tick.getKey().equals("__L"))
                .forEach(tick -> nets.put(
                        Integer.valueOf(tick.getKey()),
                        new BigInteger(tick.getValue().get("liquidityNet").asString())));
        int[] indexes = nets.keySet().stream().mapToInt(Integer::intValue).toArray();
        TickTable table = TickTable.complete(10, indexes, nets.values().toArray(BigInteger[]::new));
        int tick = Integer.parseInt(swap.get("tick").asString());
        BigInteger price = new BigInteger(swap.get("sqrtPriceX96").asString());
        BigInteger liquidity =
                nets.headMap(tick + 1).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new ConcentratedPool(SPEC, price, tick, liquidity, table).verified();
    }

    private static BigInteger raw(JsonNode swap, String field, int decimals) {
        return new BigDecimal(swap.get(field).asString()).movePointRight(decimals).toBigIntegerExact();
    }

    private static String block(JsonNode swap) {
        return swap.get("transaction").get("blockNumber").asString();
    }

    private static JsonNode unpacked(Path file) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readTree(unpacked);
        }
    }
}
