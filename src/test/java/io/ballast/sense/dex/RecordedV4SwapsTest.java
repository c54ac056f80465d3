package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The first swaps of a pool of Uniswap V4 on mainnet, each from the price that the one before left and the ticks of its block. */
class RecordedV4SwapsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Token ETH = Pools.token(0, "ETH", 18);
    private static final Token USDC = Pools.token(1, "USDC", 6);
    private static final PoolSpec SPEC =
            new PoolSpec(PoolId.of(Pools.address(9)), Venue.UNISWAP_V4, ETH, USDC, 500, 10);

    @Test
    void replaysEverySwapAsItsVerdictSays() throws IOException {
        Path folder = RecordedAnswers.file("pools/mainnet_v4_eth_usdc_005_swaps_with_ticks");
        JsonNode swaps = JSON.readTree(
                        folder.resolve("swaps_with_cex_price.json").toFile())
                .get("swaps");
        JsonNode ticks = ticks(folder.resolve("tick_snapshot_by_block.json.gz"));
        JsonNode verdicts = JSON.readTree(folder.resolve("replay_verdict.json").toFile());

        assertThat(verdicts.size()).isEqualTo(49);
        for (JsonNode verdict : verdicts) {
            int i = verdict.get("i").asInt();
            JsonNode snapshotOf = swaps.get(verdict.get("snapshot").asString().equals("at_block") ? i : i - 1);
            ConcentratedPool before = before(swaps.get(i - 1), ticks.get(block(snapshotOf)));
            check(before, swaps.get(i), verdict);
        }
    }

    private static void check(ConcentratedPool before, JsonNode swap, JsonNode verdict) {
        boolean zeroForOne = swap.get("token_in").asString().equals("token0");
        TokenAmount in = amount(swap, zeroForOne ? ETH : USDC);
        TokenAmount out = amount(swap, zeroForOne ? USDC : ETH);
        SwapResult result = verdict.get("mode").asString().equals("exact_in")
                ? before.swapExactIn(in)
                : before.swapExactOut(in.token(), out);
        ConcentratedPool after = (ConcentratedPool) result.after();

        assertThat(result.amountIn()).as("%s", verdict).isEqualTo(in);
        assertThat(result.amountOut()).as("%s", verdict).isEqualTo(out);
        assertThat(after.sqrtPriceX96())
                .as("%s", verdict)
                .isEqualTo(swap.get("sqrtPriceX96").asString());
        assertThat(after.tick())
                .as("%s", verdict)
                .isEqualTo(Integer.parseInt(swap.get("tick").asString()));
        assertThat(result.ticksCrossed())
                .as("%s", verdict)
                .isEqualTo(verdict.get("ticks_crossed").asInt());
    }

    private static ConcentratedPool before(JsonNode last, JsonNode snapshot) {
        SortedMap<Integer, BigInteger> nets = new TreeMap<>();
        snapshot.properties().stream()
                .filter(tick -> !tick.getKey().equals("__L"))
                .forEach(tick -> nets.put(
                        Integer.valueOf(tick.getKey()),
                        new BigInteger(tick.getValue().get("liquidityNet").asString())));
        int[] indexes = nets.keySet().stream().mapToInt(Integer::intValue).toArray();
        TickTable table = TickTable.complete(10, indexes, nets.values().toArray(BigInteger[]::new));
        int tick = Integer.parseInt(last.get("tick").asString());
        BigInteger price = new BigInteger(last.get("sqrtPriceX96").asString());
        return new ConcentratedPool(SPEC, price, tick, table.liquidityAt(tick), table).verified();
    }

    private static TokenAmount amount(JsonNode swap, Token token) {
        String field = token.equals(ETH) ? "amount0" : "amount1";
        return TokenAmount.of(token, new BigDecimal(swap.get(field).asString()).abs());
    }

    private static String block(JsonNode swap) {
        return swap.get("transaction").get("blockNumber").asString();
    }

    private static JsonNode ticks(Path file) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readTree(unpacked);
        }
    }
}
