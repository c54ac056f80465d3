package io.ballast.lab.backtest.replay;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.lab.data.SharedData;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.dex.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Swaps of ETH and USDC in a pool of Uniswap V4 on mainnet, with the ticks of their blocks and what each swap was. */
record RecordedV4(JsonNode swaps, JsonNode ticks, JsonNode verdicts) {
    static final Token ETH = Pools.token(0, "ETH", 18);
    static final Token USDC = Pools.token(1, "USDC", 6);
    static final PoolId ID = new PoolId("0x21c67e77068de97969ba93d4aab21826d33ca12bb9f565d8496e8fda8a82ca27");
    private static final PoolSpec SPEC = new PoolSpec(ID, Venue.UNISWAP_V4, ETH, USDC, 500, 10);
    private static final ObjectMapper JSON = new ObjectMapper();

    static RecordedV4 read() throws IOException {
        Path folder = SharedData.files("pools/mainnet_v4_eth_usdc_005_swaps_with_ticks")
                .getFirst()
                .getParent();
        return new RecordedV4(
                JSON.readTree(folder.resolve("swaps_with_cex_price.json").toFile())
                        .get("swaps"),
                unpacked(folder.resolve("tick_snapshot_by_block.json.gz")),
                JSON.readTree(folder.resolve("replay_verdict.json").toFile()));
    }

    /** Changes of liquidity by tick, as they were when a swap of this verdict was made. */
    SortedMap<Integer, BigInteger> nets(JsonNode verdict) {
        int i = verdict.get("i").asInt();
        return netsAt(swaps.get(verdict.get("snapshot").asString().equals("at_block") ? i : i - 1));
    }

    /** The same in the block of a swap. */
    SortedMap<Integer, BigInteger> netsAt(JsonNode swap) {
        SortedMap<Integer, BigInteger> nets = new TreeMap<>();
        ticks.get(Long.toString(block(swap))).properties().stream()
                .filter(tick -> !tick.getKey().equals("__L"))
                .forEach(tick -> nets.put(
                        Integer.valueOf(tick.getKey()),
                        new BigInteger(tick.getValue().get("liquidityNet").asString())));
        return nets;
    }

    /** The pool as a swap left it. */
    static ConcentratedPool after(JsonNode swap, SortedMap<Integer, BigInteger> nets) {
        int[] indexes = nets.keySet().stream().mapToInt(Integer::intValue).toArray();
        TickTable table = TickTable.complete(10, indexes, nets.values().toArray(BigInteger[]::new));
        int tick = Integer.parseInt(swap.get("tick").asString());
        BigInteger price = new BigInteger(swap.get("sqrtPriceX96").asString());
        BigInteger liquidity = nets.headMap(tick + 1).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new ConcentratedPool(SPEC, price, tick, liquidity, table).verified();
    }

    /** What went into the pool, in wei of ETH; negative if it came out. */
    static BigInteger ethIn(JsonNode swap) {
        return raw(swap, "amount0", 18);
    }

    /** The same of USDC, in millionths. */
    static BigInteger usdcIn(JsonNode swap) {
        return raw(swap, "amount1", 6);
    }

    private static BigInteger raw(JsonNode swap, String field, int decimals) {
        return new BigDecimal(swap.get(field).asString())
                .movePointRight(decimals)
                .toBigIntegerExact();
    }

    static long block(JsonNode swap) {
        return Long.parseLong(swap.get("transaction").get("blockNumber").asString());
    }

    private static JsonNode unpacked(Path file) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readTree(unpacked);
        }
    }
}
