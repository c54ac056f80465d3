package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random problem of routing: pools of both kinds and any depth between up to four tokens, a size, a price of gas. */
record RoutingCase(List<PoolState> pools, TokenAmount in, Token out, BigDecimal gasCost) {
    private static final Token D = Pools.token(0xd, "DDD", 18);
    private static final List<Integer> FEES = List.of(100, 500, 3000, 10_000);
    private static final double DEPTH = 1e24;

    /** One to five routes. */
    static RoutingCase of(long seed) {
        Random random = new Random(seed);
        List<PoolState> pools = new ArrayList<>();
        add(pools, random, random.nextInt(1, 4), Pools.A, Pools.C);
        if (random.nextBoolean()) {
            add(pools, random, 1, Pools.A, D);
            add(pools, random, random.nextInt(1, 3), Pools.C, D);
        }
        return withPools(random, pools);
    }

    /** Seven to nine routes, more than the router looks at closely; those by way of another token share pools. */
    static RoutingCase wide(long seed) {
        Random random = new Random(seed);
        List<PoolState> pools = new ArrayList<>();
        add(pools, random, random.nextInt(3, 6), Pools.A, Pools.C);
        add(pools, random, 2, Pools.A, D);
        add(pools, random, 2, Pools.C, D);
        return withPools(random, pools);
    }

    private static void add(List<PoolState> pools, Random random, int count, Token token0, Token token1) {
        for (int i = count; i > 0; i--) {
            pools.add(pool(random, pools.size() + 1, token0, token1));
        }
    }

    private static RoutingCase withPools(Random random, List<PoolState> pools) {
        BigInteger in = whole(DEPTH * Math.pow(10, -5.5 + 5 * random.nextDouble()));
        double partGas = random.nextInt(4) == 0 ? 0 : Math.pow(10, -6.5 + 4 * random.nextDouble());
        BigDecimal gasCost = BigDecimal.valueOf(in.doubleValue() * partGas / 100_000);
        return new RoutingCase(pools, new TokenAmount(Pools.A, in), Pools.C, gasCost);
    }

    private static PoolState pool(Random random, int id, Token token0, Token token1) {
        double depth = DEPTH * Math.pow(10, -2 * random.nextDouble());
        double price = Math.exp(0.004 * random.nextGaussian());
        int fee = FEES.get(random.nextInt(4));
        if (random.nextInt(3) == 0) {
            return Pools.pair(
                    id,
                    token0,
                    token1,
                    fee,
                    whole(depth).toString(),
                    whole(depth * price).toString());
        }
        int spacing = List.of(1, 10, 60, 200).get(FEES.indexOf(fee));
        int centre = (int) Math.round(Math.log(price) / Math.log(1.0001));
        int middle = Math.floorDiv(centre, spacing) * spacing;
        List<Position> positions = new ArrayList<>();
        positions.add(new Position(middle - 6000, middle + 6000, whole(depth)));
        for (int i = random.nextInt(12); i > 0; i--) {
            int low = middle + (random.nextInt(-1500, 1500)) / spacing * spacing;
            positions.add(
                    new Position(low, low + (1 + random.nextInt(10)) * spacing, whole(depth * random.nextDouble())));
        }
        return Pools.pool(Pools.spec(id, token0, token1, fee, spacing), centre, positions);
    }

    private static BigInteger whole(double value) {
        return new BigDecimal(value).toBigInteger();
    }
}
