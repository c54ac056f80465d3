package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Swaps whose results were taken from another implementation and from QuoterV2 on a chain. */
class ConcentratedPoolVectorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"10-3000000", "10000-10000000", "1000000-20000000"})
    void equalsEveryVectorInAllFourFields(String sizes) {
        ConcentratedPool pool = pool(SharedBench.json("v3sdk-bench-pool.json"));
        JsonNode vectors = SharedBench.json("v3sdk-bench-vectors-" + sizes + ".json");

        assertThat(vectors.size()).isEqualTo(1_000);
        for (JsonNode vector : vectors) {
            Token in = vector.get("zeroForOne").asBoolean() ? pool.token0() : pool.token1();
            SwapResult swap = pool.swapExactIn(new TokenAmount(in, number(vector, "amountIn")));
            ConcentratedPool after = (ConcentratedPool) swap.after();
            assertThat(swap.amountOut().raw()).as("%s", vector).isEqualTo(number(vector, "amountOut"));
            assertThat(after.sqrtPriceX96()).as("%s", vector).isEqualTo(number(vector, "sqrtPriceX96After"));
            assertThat(after.tick())
                    .as("%s", vector)
                    .isEqualTo(vector.get("tickAfter").asInt());
            assertThat(after.liquidity()).as("%s", vector).isEqualTo(number(vector, "liquidityAfter"));
            assertThat(swap.ticksCrossed())
                    .as("%s", vector)
                    .isEqualTo(vector.get("ticksCrossed").asInt());
        }
    }

    private static ConcentratedPool pool(JsonNode json) {
        Token token0 = new Token(Address.parse(json.get("token0").asString()), "WETH", 18);
        Token token1 = new Token(Address.parse(json.get("token1").asString()), "USDC", 6);
        int spacing = json.get("tickSpacing").asInt();
        PoolSpec spec = new PoolSpec(
                PoolId.of(Pools.address(1)),
                Venue.UNISWAP_V3,
                token0,
                token1,
                json.get("fee").asInt(),
                spacing);
        JsonNode ticks = json.get("ticks");
        int[] indexes = StreamSupport.stream(ticks.spliterator(), false)
                .mapToInt(tick -> tick.get("index").asInt())
                .toArray();
        BigInteger[] nets = StreamSupport.stream(ticks.spliterator(), false)
                .map(tick -> number(tick, "liquidityNet"))
                .toArray(BigInteger[]::new);
        return new ConcentratedPool(
                        spec,
                        number(json, "sqrtPriceX96"),
                        json.get("tick").asInt(),
                        number(json, "liquidity"),
                        TickTable.complete(spacing, indexes, nets))
                .verified();
    }

    private static BigInteger number(JsonNode node, String field) {
        return new BigInteger(node.get(field).asString());
    }
}
