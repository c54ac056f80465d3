package io.ballast.lab.bench;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.UInt256;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.dex.Venue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A WETH/USDC pool at 3,000 USDC with 202 initialised ticks, and swaps of three sizes; the same for the same seed. */
public record SampleMarket(long seed, int swapsPerSet) {
    private static final int SPACING = 60;
    private static final int CENTRE = -196_260;
    private static final int RANGES = 100;
    private static final int WIDEST = TickMath.MAX_TICK / SPACING * SPACING;
    private static final double USD_PER_WETH = 3_000;
    /** Of the narrowest range; a range n times as wide has about an n-th. */
    private static final double LIQUIDITY = 9e17;

    private static final Token WETH = token(1, "WETH", 18);
    private static final Token USDC = token(2, "USDC", 6);

    private static Token token(int number, String symbol, int decimals) {
        return new Token(address(number), symbol, decimals);
    }

    private static Address address(int number) {
        return Address.parse("0x" + "0".repeat(39) + number);
    }

    /** Nested ranges around the price and one over all prices. */
    public ConcentratedPool pool() {
        SplittableRandom random = new SplittableRandom(seed);
        int[] indexes = new int[2 * RANGES + 2];
        BigInteger[] nets = new BigInteger[indexes.length];
        BigInteger total = BigInteger.ZERO;
        for (int width = 0; width <= RANGES; width++) {
            boolean whole = width == RANGES;
            int low = RANGES - width;
            double share = whole ? 0.06 : random.nextDouble(0.5, 1.5) / (width + 1);
            indexes[low] = whole ? -WIDEST : CENTRE - SPACING * (width + 1);
            indexes[indexes.length - 1 - low] = whole ? WIDEST : CENTRE + SPACING * (width + 1);
            nets[low] = BigDecimal.valueOf(LIQUIDITY * share).toBigInteger();
            nets[indexes.length - 1 - low] = nets[low].negate();
            total = total.add(nets[low]);
        }
        PoolSpec spec = new PoolSpec(PoolId.of(address(3)), Venue.UNISWAP_V3, WETH, USDC, 3_000, SPACING);
        BigInteger price = TickMath.sqrtRatioAtTick(CENTRE).add(BigInteger.valueOf(random.nextLong(1L << 50)));
        TickTable ticks = TickTable.complete(SPACING, indexes, nets);
        return new ConcentratedPool(spec, price, CENTRE, total, ticks).verified();
    }

    /** 10 to 3 M, 10 k to 10 M and 1 M to 20 M USD. */
    public List<SwapSet> sets() {
        return List.of(set("small", 10, 3e6, 1), set("middle", 1e4, 1e7, 2), set("large", 1e6, 2e7, 3));
    }

    /** Sizes even on a logarithmic scale, both ways alike. */
    private SwapSet set(String name, double lowUsd, double highUsd, int number) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        List<SwapOrder> swaps = Stream.generate(
                        () -> order(random.nextBoolean(), lowUsd * Math.pow(highUsd / lowUsd, random.nextDouble())))
                .limit(swapsPerSet)
                .toList();
        return new SwapSet(name, swaps, List.of());
    }

    private static SwapOrder order(boolean zeroForOne, double usd) {
        BigDecimal raw = zeroForOne
                ? BigDecimal.valueOf(usd / USD_PER_WETH).movePointRight(WETH.decimals())
                : BigDecimal.valueOf(usd).movePointRight(USDC.decimals());
        return new SwapOrder(zeroForOne, UInt256.of(raw.toBigInteger()));
    }
}
