package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pools as archive nodes had them, and what Uniswap's quoter answered at that block. */
class RecordedConcentratedTest {
    private static final Token WBTC = token("0x2260fac5e5542a773aa44fbcfedf7c193bc2c599", "WBTC", 8);
    private static final Token WETH = token("0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", "WETH", 18);
    private static final Token USDC = token("0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", "USDC", 6);
    private static final Token USDT = token("0xdac17f958d2ee523a2206206994597c13d831ec7", "USDT", 6);

    /** The quoter answers nothing with zero, and what the pool has where it runs out; we refuse both. */
    @Test
    void givesAllEightyAnswersOfTheQuoter() {
        ConcentratedPool pool = wbtcWeth();
        JsonNode golden = RecordedAnswers.json(
                "golden__data__uniswap__v3__test_uniswap_v3_onchain_parity__test_cached_calculations_v3_wbtc_weth.json");
        List<String> wrong = new ArrayList<>();
        golden.get("entries").properties().forEach(entry -> {
            String[] parts = entry.getKey().split("\\|");
            boolean zeroForOne = parts[2].equals("WBTC->WETH");
            boolean exactIn = parts[1].equals("quoteExactInputSingle");
            BigInteger answer = answer(pool, zeroForOne, exactIn, new BigInteger(parts[3]));
            if (!answer.equals(entry.getValue().get("value").bigIntegerValue())) {
                wrong.add(entry + ", ours " + answer);
            }
        });
        assertThat(golden.get("entries").size()).isEqualTo(80);
        assertThat(wrong).isEmpty();
    }

    private static BigInteger answer(ConcentratedPool pool, boolean zeroForOne, boolean exactIn, BigInteger amount) {
        ConcentratedFill most = pool.exhaust(zeroForOne);
        UInt256 asked = UInt256.of(amount);
        if (asked.compareTo(exactIn ? most.amountIn() : most.amountOut()) > 0) {
            return (exactIn ? most.amountOut() : most.amountIn()).toBigInteger();
        }
        return (exactIn
                        ? given(pool, zeroForOne, asked)
                        : pool.fillExactOut(zeroForOne, asked).amountIn())
                .toBigInteger();
    }

    private static UInt256 given(ConcentratedPool pool, boolean zeroForOne, UInt256 in) {
        try {
            return pool.fillExactIn(zeroForOne, in).amountOut();
        } catch (InsufficientLiquidityException givesNothing) {
            return UInt256.ZERO;
        }
    }

    private static ConcentratedPool wbtcWeth() {
        JsonNode json = RecordedAnswers.json("fixtures__chain_data__1__uniswap_v3_wbtc_weth_block_24407242.json");
        JsonNode state = json.get("scalars");
        List<Integer> indexes = new ArrayList<>();
        List<BigInteger> nets = new ArrayList<>();
        json.get("tick_data").properties().forEach(tick -> {
            indexes.add(Integer.valueOf(tick.getKey()));
            nets.add(tick.getValue().get(1).bigIntegerValue());
        });
        return new ConcentratedPool(
                        spec(Venue.UNISWAP_V3, WBTC, WETH, 3000, 60),
                        state.get("sqrt_price_x96").bigIntegerValue(),
                        state.get("tick").asInt(),
                        state.get("liquidity").bigIntegerValue(),
                        table(60, indexes, nets))
                .verified();
    }

    /** WETH to USDC on PancakeSwap V3, to USDT on Uniswap V4 with both fees, back to WETH on Uniswap V2. */
    @Test
    void givesTheHopsOfARecordedPath() {
        JsonNode path = RecordedAnswers.json("fixtures__path110302_v3v4v2_block25711761.json");
        JsonNode solve = path.get("recorded_solve");
        ConcentratedPool v3 =
                concentrated(path.get("pools").get("v3_0"), Venue.PANCAKESWAP_V3, USDC, WETH, SwapFees.of(100));
        // The protocol's part has twelve bits for each direction.
        int protocol = path.get("pools").get("v4").get("protocol_fee").asInt();
        SwapFees fees = SwapFees.withProtocol(8, protocol & 0xfff, protocol >> 12);
        ConcentratedPool v4 = concentrated(path.get("pools").get("v4"), Venue.UNISWAP_V4, USDC, USDT, fees);
        JsonNode reserves = path.get("pools").get("v2_2");
        ConstantProductPool v2 = new ConstantProductPool(
                spec(Venue.UNISWAP_V2, WETH, USDT, 3000, 0),
                number(reserves, "reserve0"),
                number(reserves, "reserve1"));

        TokenAmount usdc = v3.swapExactIn(new TokenAmount(WETH, number(solve, "optimal_input")))
                .amountOut();
        TokenAmount usdt = v4.swapExactIn(usdc).amountOut();

        assertThat(usdc.raw()).isEqualTo(solve.get("hop_outputs").get(0).asString());
        assertThat(usdt.raw()).isEqualTo(solve.get("hop_outputs").get(1).asString());
        assertThat(v2.swapExactIn(usdt).amountOut().raw()).isEqualTo(number(solve, "v2_actual"));
        // What the pair refused with "K": the output promised needs one unit more than was delivered.
        TokenAmount promised = new TokenAmount(WETH, number(solve, "v2_predicted"));
        assertThat(v2.swapExactOut(USDT, promised).amountIn().raw())
                .isEqualTo(usdt.raw().add(BigInteger.ONE));
    }

    /** The swap took more ticks than the window knows, or all it knows is used. */
    @Test
    void refusesToLeaveTheTicksOfAPartialRecording() {
        JsonNode json = RecordedAnswers.json("golden__data__uniswap__v3__wbtc_weth__17600000.json");
        List<Integer> indexes = new ArrayList<>();
        List<BigInteger> nets = new ArrayList<>();
        json.get("tick_data").properties().forEach(tick -> {
            indexes.add(Integer.valueOf(tick.getKey()));
            nets.add(tick.getValue().get("liquidity_net").bigIntegerValue());
        });
        // Bitmap word 16 alone: 256·60 ticks from 245,760 on.
        TickTable window = TickTable.window(
                60,
                indexes.stream().mapToInt(Integer::intValue).toArray(),
                nets.toArray(BigInteger[]::new),
                16 * 256 * 60,
                17 * 256 * 60 - 60);
        ConcentratedPool pool = new ConcentratedPool(
                spec(Venue.UNISWAP_V3, WBTC, WETH, 3000, 60),
                json.get("sqrt_price_x96").bigIntegerValue(),
                json.get("tick").asInt(),
                json.get("liquidity").bigIntegerValue(),
                window);

        // About 15.8 WETH for one WBTC, as the pair of the same tokens had at the same block, give or take the fees.
        ConstantProductPool pair = recordedPair();
        TokenAmount one = new TokenAmount(WBTC, BigInteger.TEN.pow(8));
        BigInteger there = pair.swapExactIn(one).amountOut().raw();
        BigInteger here = pool.swapExactIn(one).amountOut().raw();
        assertThat(here.subtract(there).abs()).isLessThan(there.divide(BigInteger.valueOf(50)));
        assertThat(refused(pool, true)).isPresent().get().asString().contains("leaves the ticks known");
        assertThat(refused(pool, false)).isPresent().get().asString().contains("leaves the ticks known");
    }

    private static Optional<String> refused(ConcentratedPool pool, boolean zeroForOne) {
        try {
            pool.exhaust(zeroForOne);
            return Optional.empty();
        } catch (InsufficientLiquidityException expected) {
            return Optional.of(String.valueOf(expected.getMessage()));
        }
    }

    private static ConstantProductPool recordedPair() {
        JsonNode json = RecordedAnswers.json("golden__data__uniswap__v2__wbtc_weth__17600000.json");
        return new ConstantProductPool(
                spec(Venue.UNISWAP_V2, WBTC, WETH, 3000, 0),
                json.get("reserves_token0").bigIntegerValue(),
                json.get("reserves_token1").bigIntegerValue());
    }

    private static ConcentratedPool concentrated(
            JsonNode json, Venue venue, Token token0, Token token1, SwapFees fees) {
        List<Integer> indexes = new ArrayList<>();
        List<BigInteger> nets = new ArrayList<>();
        json.get("tick_data").properties().forEach(tick -> {
            indexes.add(Integer.valueOf(tick.getKey()));
            nets.add(number(tick.getValue(), "liquidity_net"));
        });
        int spacing = json.get("tick_spacing").asInt();
        return new ConcentratedPool(
                        spec(venue, token0, token1, fees.zeroForOne(), spacing),
                        number(json, "sqrt_price_x96"),
                        json.get("tick").asInt(),
                        number(json, "liquidity"),
                        table(spacing, indexes, nets),
                        fees)
                .verified();
    }

    private static TickTable table(int spacing, List<Integer> indexes, List<BigInteger> nets) {
        return TickTable.complete(
                spacing, indexes.stream().mapToInt(Integer::intValue).toArray(), nets.toArray(BigInteger[]::new));
    }

    private static PoolSpec spec(Venue venue, Token token0, Token token1, int feePips, int spacing) {
        return new PoolSpec(PoolId.of(Pools.address(1)), venue, token0, token1, feePips, spacing);
    }

    private static BigInteger number(JsonNode json, String field) {
        return new BigInteger(json.get(field).asString());
    }

    private static Token token(String address, String symbol, int decimals) {
        return new Token(new Address(address), symbol, decimals);
    }
}
