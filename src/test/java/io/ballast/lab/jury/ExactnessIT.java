package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.sense.dex.Venue;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our arithmetic before a jury of contracts: thousands of seeded swaps, and not one unit of difference. */
class ExactnessIT {
    private static final long SEED = 20_260_101;
    private static Ground ground;
    private static Field field;

    @BeforeAll
    static void start() {
        ground = Ground.start();
        field = new Field(ground, SEED);
    }

    @AfterAll
    static void stop() {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void quoterV2FindsNoDifference() {
        Judge judge = new Judge.OfQuoterV2(field.exchanges().quoter());
        assertClean("QuoterV2", judge, Venue.UNISWAP_V3, 8_000);
    }

    @Test
    void v4QuoterFindsNoDifference() {
        Judge judge = new Judge.OfV4Quoter(field.singleton().quoter());
        assertClean("V4Quoter", judge, Venue.UNISWAP_V4, 8_000);
    }

    @Test
    void v2RouterFindsNoDifference() {
        Judge judge = new Judge.OfV2Router(field.exchanges().v2Router());
        assertClean("V2 router", judge, Venue.UNISWAP_V2, 4_000);
    }

    @Test
    void poolsOfV3EndWhereWeSay() {
        assertClean("V3 pools", witness(), Venue.UNISWAP_V3, 2_000);
    }

    @Test
    void poolsOfV4EndWhereWeSay() {
        assertClean("V4 pools", witness(), Venue.UNISWAP_V4, 2_000);
    }

    private static Judge witness() {
        return new Judge.OfWitness(
                field.exchanges().witness(), field.singleton().manager());
    }

    private static void assertClean(String name, Judge judge, Venue venue, int count) {
        long start = System.nanoTime();
        Verdict verdict =
                Verdict.of(ground, judge, SwapCase.random(field.states(venue), count, new Random(SEED + count)));
        System.out.printf("exactness: %s: %s, %.1f s%n", name, verdict, (System.nanoTime() - start) / 1e9);

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.refused()).as("most swaps must be possible").isLessThan(count / 5);
    }
}
