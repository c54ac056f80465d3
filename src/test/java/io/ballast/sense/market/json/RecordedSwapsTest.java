package io.ballast.sense.market.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.sense.market.ErrorTable;
import io.ballast.sense.market.SwapCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RecordedSwapsTest {
    private static final Path ROOT = Path.of(System.getProperty("ballast.root", System.getProperty("user.dir")));
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDocumentedExampleIsExact() throws IOException {
        List<SwapCheck> checks =
                RecordedSwaps.parse(example().getBytes(StandardCharsets.UTF_8)).checks();

        assertThat(checks).hasSize(2).allMatch(SwapCheck::exact);
    }

    @Test
    void anAmountThatIsNotOursIsCountedWithItsError() throws IOException {
        String lie = example().replace("\"amountOut\": 996", "\"amountOut\": 1000");

        ErrorTable table = ErrorTable.of(
                RecordedSwaps.parse(lie.getBytes(StandardCharsets.UTF_8)).checks());

        assertThat(table.different()).isEqualTo(1);
        assertThat(table.rows().get(1).max()).isEqualTo("4");
        assertThat(table.rows().get(1).maxBps()).isEqualByComparingTo("40");
        assertThat(table.lines()).hasSize(3);
    }

    @Test
    void whatIsNotOfTheFormIsRefusedInOneLine() {
        for (String bad :
                List.of("", "[]", "{\"schema\": 2, \"pools\": []}", "{\"schema\": 1, \"pool\": []}", "{} {}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RecordedSwaps.parse(bad.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void everyRecordedAnswerOfTheChainIsOurs() throws IOException {
        ObjectNode pool = concentrated(shared("fixtures__chain_data__1__uniswap_v3_wbtc_weth_block_24407242.json"));
        JsonNode told = shared(
                "golden__data__uniswap__v3__test_uniswap_v3_onchain_parity__test_cached_calculations_v3_wbtc_weth.json");

        List<SwapCheck> checks = RecordedSwaps.parse(JSON.writeValueAsBytes(recorded(pool, told)))
                .checks();

        assertThat(checks).hasSize(80).allMatch(SwapCheck::exact);
    }

    @Test
    void everyRecordedAnswerOfAPancakePairIsOurs() throws IOException {
        ObjectNode pool = pair(shared("fixtures__chain_data__8453__pancakeswap_v2_weth_usdbc_block_46875151.json"));
        JsonNode told = shared(
                "golden__data__pancakeswap__test_pancakeswap_v2_onchain_parity__test_pancakeswap_v2_router_get_amounts_out.json");

        List<SwapCheck> checks = RecordedSwaps.parse(JSON.writeValueAsBytes(recorded(pool, told)))
                .checks();

        assertThat(checks).hasSize(24).allMatch(SwapCheck::exact);
    }

    private static String example() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/recorded-swaps.md"));
        return text.substring(text.indexOf("```json") + 7, text.lastIndexOf("```"));
    }

    private static JsonNode shared(String name) {
        Path file = ROOT.resolve("../shared/data/chain/recorded_pools_and_onchain_quotes")
                .resolve(name);
        String absent = "recorded answers are not here: " + file.normalize();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as(absent).exists();
        }
        if (!Files.exists(file)) {
            System.err.println("SKIPPED: " + absent);
        }
        assumeTrue(Files.exists(file), absent);
        return JSON.readTree(file.toFile());
    }

    private static ObjectNode recorded(ObjectNode pool, JsonNode told) {
        ObjectNode all = JSON.createObjectNode().put("schema", 1);
        all.putArray("pools").add(pool);
        ArrayNode answers = all.putArray("answers");
        for (Map.Entry<String, JsonNode> entry : told.get("entries").properties()) {
            String[] parts = entry.getKey().split("\\|");
            boolean exactIn = !parts[1].contains("Output");
            String[] tokens = parts[2].split("->");
            String value = entry.getValue().get("value").asString();
            answers.addObject()
                    .put("pool", parts[0])
                    .put("block", told.get("block_number").longValue())
                    .put("kind", exactIn ? "EXACT_IN" : "EXACT_OUT")
                    .put("tokenIn", tokens[0])
                    .put("amountIn", exactIn ? parts[3] : value)
                    .put("amountOut", exactIn ? value : parts[3]);
        }
        return all;
    }

    private static ObjectNode pair(JsonNode source) {
        ObjectNode pool = JSON.createObjectNode()
                .put("id", source.get("pool").stringValue())
                .put("venue", "pancakeswap-v2")
                .put("feePips", 2500)
                .put("reserve0", source.get("reserves_token0").asString())
                .put("reserve1", source.get("reserves_token1").asString());
        ArrayNode tokens = pool.putArray("tokens");
        token(
                tokens,
                source.get("token0").get("symbol").stringValue(),
                source.get("token0").get("address").stringValue());
        token(
                tokens,
                source.get("token1").get("symbol").stringValue(),
                source.get("token1").get("address").stringValue());
        return pool;
    }

    private static ObjectNode concentrated(JsonNode source) {
        JsonNode scalars = source.get("scalars");
        ObjectNode pool = JSON.createObjectNode()
                .put("id", source.get("pool").stringValue())
                .put("venue", "uniswap-v3")
                .put("feePips", scalars.get("fee").intValue())
                .put("tickSpacing", scalars.get("tick_spacing").intValue())
                .put("sqrtPriceX96", scalars.get("sqrt_price_x96").asString())
                .put("tick", scalars.get("tick").intValue())
                .put("liquidity", scalars.get("liquidity").asString());
        ArrayNode tokens = pool.putArray("tokens");
        token(tokens, "WBTC", "0x2260FAC5E5542a773Aa44fBCfeDf7C193bc2C599");
        token(tokens, "WETH", "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2");
        ArrayNode ticks = pool.putArray("ticks");
        source.get("tick_data").properties().stream()
                .sorted(Comparator.comparing(entry -> Integer.valueOf(entry.getKey())))
                .forEach(entry -> ticks.addObject()
                        .put("index", Integer.parseInt(entry.getKey()))
                        .put("net", entry.getValue().get(1).asString()));
        return pool;
    }

    private static void token(ArrayNode tokens, String symbol, String address) {
        tokens.addObject().put("symbol", symbol).put("address", address).put("decimals", 18);
    }
}
