package io.ballast.sense.dex;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tokens and pools for tests. */
public final class Pools {
    public static final Token A = token(0xa, "AAA", 18);
    public static final Token B = token(0xb, "BBB", 6);
    public static final Token C = token(0xc, "CCC", 18);

    private Pools() {}

    public static Token token(int address, String symbol, int decimals) {
        return new Token(address(address), symbol, decimals);
    }

    public static Address address(int number) {
        return new Address("0x" + String.format("%040x", number));
    }

    public static TokenAmount amount(Token token, String raw) {
        return new TokenAmount(token, new BigInteger(raw));
    }

    public static ConstantProductPool pair(
            int id, Token token0, Token token1, int feePips, String reserve0, String reserve1) {
        PoolSpec spec = new PoolSpec(PoolId.of(address(id)), Venue.UNISWAP_V2, token0, token1, feePips, 0);
        return new ConstantProductPool(spec, new BigInteger(reserve0), new BigInteger(reserve1));
    }

    public static PoolSpec spec(int id, Token token0, Token token1, int feePips, int spacing) {
        return new PoolSpec(PoolId.of(address(id)), Venue.UNISWAP_V3, token0, token1, feePips, spacing);
    }

    /** A V3 pool at the price of a tick, built from positions. */
    public static ConcentratedPool pool(PoolSpec spec, int tick, List<Position> positions) {
        return pool(spec, TickMath.sqrtRatioAtTick(tick), positions);
    }

    public static ConcentratedPool pool(PoolSpec spec, BigInteger sqrtPriceX96, List<Position> positions) {
        TickTable ticks = table(spec.tickSpacing(), positions);
        int tick = TickMath.tickAtSqrtRatio(sqrtPriceX96);
        return new ConcentratedPool(spec, sqrtPriceX96, tick, ticks.liquidityAt(tick), ticks).verified();
    }

    public static TickTable table(int spacing, List<Position> positions) {
        SortedMap<Integer, BigInteger> nets = new TreeMap<>();
        for (Position position : positions) {
            nets.merge(position.low(), position.liquidity(), BigInteger::add);
            nets.merge(position.high(), position.liquidity().negate(), BigInteger::add);
        }
        int[] indexes = nets.keySet().stream().mapToInt(Integer::intValue).toArray();
        return TickTable.complete(spacing, indexes, nets.values().toArray(BigInteger[]::new));
    }

    /** Liquidity in a range of ticks. */
    public record Position(int low, int high, BigInteger liquidity) {
        public static Position of(int low, int high, String liquidity) {
            return new Position(low, high, new BigInteger(liquidity));
        }
    }

    /** A pool with a wide position and some narrow ones, at a random price. */
    public static ConcentratedPool random(Random random) {
        int spacing = List.of(1, 10, 60, 200).get(random.nextInt(4));
        int fee = List.of(100, 500, 3000, 10_000).get(random.nextInt(4));
        int centre = random.nextInt(400_000) - 200_000;
        List<Position> positions = new ArrayList<>();
        int wide = 50_000 / spacing * spacing;
        int middle = Math.floorDiv(centre, spacing) * spacing;
        positions.add(new Position(middle - wide, middle + wide, liquidity(random)));
        for (int i = random.nextInt(20); i > 0; i--) {
            int low = middle + (random.nextInt(400) - 200) * spacing;
            positions.add(new Position(low, low + (1 + random.nextInt(100)) * spacing, liquidity(random)));
        }
        BigInteger floor = TickMath.sqrtRatioAtTick(centre);
        BigInteger width = TickMath.sqrtRatioAtTick(centre + 1).subtract(floor);
        BigInteger price = floor.add(new BigInteger(width.bitLength() + 8, random).mod(width));
        return pool(spec(0x77, A, B, fee, spacing), price, positions);
    }

    private static BigInteger liquidity(Random random) {
        return new BigInteger(60 + random.nextInt(20), random).add(BigInteger.ONE);
    }
}
