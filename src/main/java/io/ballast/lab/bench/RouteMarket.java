package io.ballast.lab.bench;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Ways from WETH to USDC at about 3,000: two V3 pools of 202 ticks and a V2 pair directly, and pairs by way of two other tokens. */
public record RouteMarket(long seed) {
    /** 10 gwei at 3,000 USDC, in millionths of USDC. */
    private static final BigDecimal GAS_PRICE_IN_USDC = BigDecimal.valueOf(30);

    /** The bench over these pools, gas at 10 gwei. */
    public RouteBench bench() {
        ConcentratedPool tier = new SampleMarket(seed, 1).pool();
        Token weth = tier.token0();
        Token usdc = tier.token1();
        Token dai = new Token(address(0xda), "DAI", 18);
        Token wbtc = new Token(address(0xb7), "WBTC", 8);
        PoolSpec cheap = new PoolSpec(
                PoolId.of(address(0x11)),
                Venue.UNISWAP_V3,
                weth,
                usdc,
                500,
                tier.spec().tickSpacing());
        List<PoolState> pools = List.of(
                tier,
                new ConcentratedPool(cheap, tier.sqrtPriceX96(), tier.tick(), tier.liquidity(), tier.ticks()),
                pair(0x12, weth, usdc, "10000", "30000000"),
                pair(0x13, weth, dai, "8000", "24000000"),
                pair(0x14, usdc, dai, "20000000", "20000000"),
                pair(0x15, weth, wbtc, "6000", "300"),
                pair(0x16, usdc, wbtc, "18000000", "300"));
        return new RouteBench(pools, weth, usdc, GAS_PRICE_IN_USDC);
    }

    private static PoolState pair(int id, Token token0, Token token1, String reserve0, String reserve1) {
        PoolSpec spec = new PoolSpec(PoolId.of(address(id)), Venue.UNISWAP_V2, token0, token1, 3_000, 0);
        return new ConstantProductPool(spec, raw(token0, reserve0), raw(token1, reserve1));
    }

    private static BigInteger raw(Token token, String whole) {
        return new BigDecimal(whole).scaleByPowerOfTen(token.decimals()).toBigIntegerExact();
    }

    private static Address address(int number) {
        return Address.parse(String.format("0x%040x", number));
    }
}
