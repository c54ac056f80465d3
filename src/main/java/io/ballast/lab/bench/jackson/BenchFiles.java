package io.ballast.lab.bench.jackson;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.UInt256;
import io.ballast.lab.bench.SwapOrder;
import io.ballast.lab.bench.SwapOutcome;
import io.ballast.lab.bench.SwapSet;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads pools and swaps; large integers are text in both kinds of file. */
public final class BenchFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BenchFiles() {}

    /**
     * A pool: {@code token0, token1, fee, tickSpacing, sqrtPriceX96, tick, liquidity, ticks[index, liquidityNet]}.
     *
     * @throws IllegalArgumentException in one line, if the file is not one
     */
    public static ConcentratedPool pool(Path file) {
        return read(file, BenchFiles::pool);
    }

    /**
     * Swaps with their results: an array of {@code zeroForOne, amountIn, amountOut, sqrtPriceX96After, tickAfter,
     * liquidityAfter}.
     *
     * @throws IllegalArgumentException in one line, if the file is not one
     */
    public static SwapSet swaps(Path file) {
        return read(file, json -> swaps(file.getFileName().toString(), json));
    }

    private interface Reader<T> {
        T read(JsonNode json);
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(MAPPER.readTree(file));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(file + " is no file of this benchmark: " + e.getMessage(), e);
        }
    }

    private static ConcentratedPool pool(JsonNode json) {
        int spacing = json.required("tickSpacing").asInt();
        JsonNode ticks = json.required("ticks");
        int[] indexes = new int[ticks.size()];
        BigInteger[] nets = new BigInteger[ticks.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = ticks.get(i).required("index").asInt();
            nets[i] = number(ticks.get(i), "liquidityNet");
        }
        Token token0 = token(json, "token0");
        Token token1 = token(json, "token1");
        return new ConcentratedPool(
                        new PoolSpec(
                                PoolId.of(token0.address()),
                                Venue.UNISWAP_V3,
                                token0,
                                token1,
                                json.required("fee").asInt(),
                                spacing),
                        number(json, "sqrtPriceX96"),
                        json.required("tick").asInt(),
                        number(json, "liquidity"),
                        TickTable.complete(spacing, indexes, nets))
                .verified();
    }

    /** Decimals matter to no result; those of WETH serve. */
    private static Token token(JsonNode json, String field) {
        return new Token(Address.parse(json.required(field).asString()), field, 18);
    }

    private static SwapSet swaps(String name, JsonNode json) {
        List<SwapOrder> swaps = new ArrayList<>();
        List<SwapOutcome> outcomes = new ArrayList<>();
        for (JsonNode swap : json) {
            swaps.add(new SwapOrder(swap.required("zeroForOne").asBoolean(), unsigned(swap, "amountIn")));
            outcomes.add(new SwapOutcome(
                    unsigned(swap, "amountOut"),
                    unsigned(swap, "sqrtPriceX96After"),
                    swap.required("tickAfter").asInt(),
                    unsigned(swap, "liquidityAfter")));
        }
        return new SwapSet(name, swaps, outcomes);
    }

    private static UInt256 unsigned(JsonNode json, String field) {
        return UInt256.of(number(json, field));
    }

    private static BigInteger number(JsonNode json, String field) {
        return new BigInteger(json.required(field).asString());
    }
}
