package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Usd;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.dex.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool to be made.
 *
 * @param feePips in millionths
 * @param tickSpacing 0 for V2
 * @param depth value of both sides together at the start
 * @param ranges how the depth is spread; empty for V2
 */
public record PoolPlan(
        Venue venue, DevAsset one, DevAsset two, int feePips, int tickSpacing, Usd depth, List<Range> ranges) {
    private static final List<Range> VOLATILE =
            List.of(new Range(800, 300), new Range(2_400, 350), new Range(5_400, 250), new Range(Range.FULL, 100));
    private static final List<Range> STABLE =
            List.of(new Range(10, 500), new Range(50, 300), new Range(200, 150), new Range(Range.FULL, 50));

    /** The pools of the devnet: three for WETH/USDC, so that routing has a choice. */
    public static final List<PoolPlan> ALL = List.of(
            v3(DevAsset.WETH, DevAsset.USDC, 500, 30, VOLATILE),
            v3(DevAsset.WETH, DevAsset.USDC, 3_000, 25, nested()),
            v2(DevAsset.WETH, DevAsset.USDC, 8),
            v3(DevAsset.WBTC, DevAsset.USDC, 3_000, 20, VOLATILE),
            v3(DevAsset.WBTC, DevAsset.WETH, 3_000, 12, VOLATILE),
            v3(DevAsset.LINK, DevAsset.WETH, 3_000, 8, VOLATILE),
            v3(DevAsset.LINK, DevAsset.USDC, 3_000, 6, VOLATILE),
            v2(DevAsset.LINK, DevAsset.USDC, 5),
            v3(DevAsset.DAI, DevAsset.USDC, 100, 20, STABLE));

    public PoolPlan {
        ranges = List.copyOf(ranges);
    }

    private static PoolPlan v3(DevAsset one, DevAsset two, int feePips, long millions, List<Range> ranges) {
        int spacing = feePips == 100 ? 1 : feePips / 50;
        return new PoolPlan(Venue.UNISWAP_V3, one, two, feePips, spacing, Usd.of(millions * 1_000_000), ranges);
    }

    private static PoolPlan v2(DevAsset one, DevAsset two, long millions) {
        return new PoolPlan(Venue.UNISWAP_V2, one, two, 3_000, 0, Usd.of(millions * 1_000_000), List.of());
    }

    /** 28 ranges one inside the other, each edge an initialised tick of its own, and one over everything. */
    private static List<Range> nested() {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            ranges.add(new Range(60 * (2 + i * (i + 3) / 4), i < 4 ? 20 : 35));
        }
        ranges.add(new Range(Range.FULL, 80));
        return ranges;
    }
}
