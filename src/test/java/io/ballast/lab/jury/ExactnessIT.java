package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolLens;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our arithmetic before a jury of contracts: thousands of seeded swaps, and not one unit of difference. */
class ExactnessIT {
    private static final long SEED = 20_260_101;
    private static Ground ground;
    private static Exchanges exchanges;
    private static List<PoolState> pools;

    @BeforeAll
    static void start() {
        ground = Ground.start();
        exchanges = new Exchanges(ground);
        List<PoolSpec> specs = new ArrayList<>();
        Random random = new Random(SEED);
        List<Token> tokens = exchanges.tokens();
        for (Terrain.Kind kind : Terrain.Kind.values()) {
            Token other = tokens.get(1 + kind.ordinal());
            for (int[] tier : List.of(new int[] {100, 1}, new int[] {500, 10}, new int[] {3_000, 60}, new int[] {10_000, 200})) {
                specs.add(exchanges.pool(tokens.get(0), other, tier[0], tier[1], Terrain.of(kind, tier[1], 82, random)));
            }
        }
        for (int[] bits : List.of(new int[] {90, 60}, new int[] {40, 111}, new int[] {3, 4}, new int[] {70, 1})) {
            int at = 1 + specs.size() % 4;
            specs.add(exchanges.pair(
                    tokens.get(0),
                    tokens.get(at),
                    new BigInteger(bits[0], random).setBit(bits[0]),
                    new BigInteger(bits[1], random).setBit(bits[1])));
        }
        ground.mine();
        PoolLens lens = new PoolLens();
        pools = lens.states(
                specs, ground.ask(lens.calls(specs)), ground.head().ref().timestamp());
    }

    @AfterAll
    static void stop() {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void quoterV2FindsNoDifference() {
        assertClean("QuoterV2", new Judge.OfQuoterV2(exchanges.quoter()), Venue.UNISWAP_V3, 9_000);
    }

    @Test
    void poolsOfV3EndWhereWeSay() {
        assertClean("V3 pools", new Judge.OfWitness(exchanges.witness()), Venue.UNISWAP_V3, 3_000);
    }

    @Test
    void v2RouterFindsNoDifference() {
        assertClean("V2 router", new Judge.OfV2Router(exchanges.v2Router()), Venue.UNISWAP_V2, 2_000);
    }

    private static void assertClean(String name, Judge judge, Venue venue, int count) {
        List<PoolState> mine =
                pools.stream().filter(pool -> pool.venue() == venue).toList();
        long start = System.nanoTime();
        Verdict verdict = Verdict.of(ground, judge, SwapCase.random(mine, count, new Random(SEED + count)));
        System.out.printf("exactness: %s: %s, %.1f s%n", name, verdict, (System.nanoTime() - start) / 1e9);

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.refused()).as("most swaps must be possible").isLessThan(count / 5);
    }
}
