package io.ballast.lab.jury;

import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Where a pool's price and liquidity lie.
 *
 * @param sqrtPriceX96 at the start
 * @param positions each within the usable ticks of the spacing
 */
record Terrain(BigInteger sqrtPriceX96, List<Position> positions) {
    /** Shapes of liquidity that have caught implementations out. */
    enum Kind {
        /** Many ranges around the price over a thin floor of liquidity everywhere. */
        HILLS,
        /** Islands with nothing between them and nothing at the ends. */
        ISLANDS,
        /** The price near the lowest that there is, ranges down to the last usable tick. */
        LOW_END,
        /** The price near the highest that there is. */
        HIGH_END
    }

    private static final int RANGES = 14;

    /**
     * How near the ends of prices a pool may lie: V4 holds amounts in int128, where V3 has int256.
     *
     * @param bits of the liquidity there
     * @param nearest ticks from the end to the price at least
     * @param farthest ticks from the end to the price at most
     */
    record Ends(int bits, int nearest, int farthest) {
        static final Ends V3 = new Ends(82, 800, 80_000);
        static final Ends V4 = new Ends(56, 60_000, 250_000);
    }

    static Terrain of(Kind kind, int spacing, Ends ends, Random random) {
        int last = TickMath.MAX_TICK / spacing;
        return switch (kind) {
            case HILLS -> hills(spacing, last, random);
            case ISLANDS -> islands(spacing, random);
            case LOW_END -> end(-last, 1, spacing, ends, random);
            case HIGH_END -> end(last, -1, spacing, ends, random);
        };
    }

    private static Terrain hills(int spacing, int last, Random random) {
        int centre = random.nextInt(100_000 / spacing) - 50_000 / spacing;
        List<Position> positions = new ArrayList<>(List.of(position(-last, last, spacing, liquidity(50, random))));
        for (int i = 0; i < RANGES; i++) {
            int low = centre + random.nextInt(120) - 80;
            positions.add(
                    position(low, low + 1 + random.nextInt(90), spacing, liquidity(55 + random.nextInt(20), random)));
        }
        return new Terrain(price(centre * spacing, spacing, random), positions);
    }

    /** Far enough apart that words of the bitmap lie empty between them. */
    private static Terrain islands(int spacing, Random random) {
        int centre = random.nextInt(100_000 / spacing) - 50_000 / spacing;
        List<Position> positions = new ArrayList<>();
        int reach = Math.min(1_500, 300_000 / spacing);
        positions.add(position(centre - 3, centre + 4, spacing, liquidity(65, random)));
        for (int i = 0; i < RANGES; i++) {
            int low = centre + random.nextInt(2 * reach) - reach;
            positions.add(
                    position(low, low + 1 + random.nextInt(12), spacing, liquidity(50 + random.nextInt(25), random)));
        }
        return new Terrain(price(centre * spacing, spacing, random), positions);
    }

    /** Amounts of the dear token get small here and those of the cheap one large. */
    private static Terrain end(int edge, int inward, int spacing, Ends ends, Random random) {
        int reach = ends.farthest() / spacing;
        int centre = edge + inward * (ends.nearest() / spacing + random.nextInt(reach - ends.nearest() / spacing));
        List<Position> positions =
                new ArrayList<>(List.of(between(edge, edge + inward * reach, spacing, liquidity(ends.bits(), random))));
        for (int i = 0; i < RANGES; i++) {
            int from = edge + inward * Math.max(0, inward * (centre - edge) + random.nextInt(100) - 60);
            positions.add(between(
                    from,
                    from + inward * (1 + random.nextInt(80)),
                    spacing,
                    liquidity(ends.bits() + random.nextInt(6), random)));
        }
        return new Terrain(price(centre * spacing, spacing, random), positions);
    }

    private static Position between(int one, int two, int spacing, BigInteger liquidity) {
        return position(Math.min(one, two), Math.max(one, two), spacing, liquidity);
    }

    private static Position position(int low, int high, int spacing, BigInteger liquidity) {
        return new Position(low * spacing, high * spacing, liquidity);
    }

    private static BigInteger liquidity(int bits, Random random) {
        return new BigInteger(bits, random).setBit(bits);
    }

    /** Somewhere within the usable tick, often exactly on it. */
    private static BigInteger price(int tick, int spacing, Random random) {
        BigInteger floor = TickMath.sqrtRatioAtTick(tick);
        if (random.nextInt(3) == 0) {
            return floor;
        }
        BigInteger width = TickMath.sqrtRatioAtTick(tick + spacing).subtract(floor);
        return floor.add(new BigInteger(width.bitLength() + 8, random).mod(width));
    }
}
