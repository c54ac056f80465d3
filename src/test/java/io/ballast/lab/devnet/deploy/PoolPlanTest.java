package io.ballast.lab.devnet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.dex.Venue;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolPlanTest {
    @Test
    void spreadsTheWholeDepthOfEveryConcentratedPool() {
        for (PoolPlan plan : PoolPlan.ALL) {
            int sum = plan.ranges().stream().mapToInt(Range::perMille).sum();
            assertThat(sum).as(plan.toString()).isEqualTo(plan.venue() == Venue.UNISWAP_V3 ? 1_000 : 0);
        }
    }

    @Test
    void givesRoutingThreePoolsOfTheSamePair() {
        assertThat(PoolPlan.ALL).hasSizeGreaterThanOrEqualTo(8);
        assertThat(PoolPlan.ALL.stream().filter(p -> p.one() == DevAsset.WETH && p.two() == DevAsset.USDC))
                .hasSize(3);
    }

    @Test
    void makesFiftyTicksOrMoreInOnePool() {
        assertThat(PoolPlan.ALL.stream()
                        .mapToInt(p -> ticks(p, -196_257).size())
                        .max()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(50);
    }

    @Test
    void keepsRangesOnTheSpacingAndAroundThePrice() {
        for (int centre : new int[] {-196_257, -60, 0, 59, 60, 201_111}) {
            for (Range range : PoolPlan.ALL.get(1).ranges()) {
                assertThat(range.lower(centre, 60) % 60).isZero();
                assertThat(range.upper(centre, 60) % 60).isZero();
                assertThat(range.lower(centre, 60)).isLessThanOrEqualTo(centre);
                assertThat(range.upper(centre, 60)).isGreaterThan(centre);
            }
        }
    }

    private static Set<Integer> ticks(PoolPlan plan, int centre) {
        Set<Integer> ticks = new HashSet<>();
        for (Range range : plan.ranges()) {
            ticks.add(range.lower(centre, plan.tickSpacing()));
            ticks.add(range.upper(centre, plan.tickSpacing()));
        }
        return ticks;
    }
}
