package io.ballast.sense.dex;

import java.util.List;

/**
 * Expected gas of a swap through SwapRouter02's deadline multicall, an upper estimate in units of gas. Source: receipts of
 * the real contracts on a local chain (V2 pair 87,478 through the plain router; V3 120,000 to 124,000 with one tick
 * crossed), plus the multicall. Crossing a tick rewrites four storage words, 5,000 each by EIP-2929, and reads a bitmap
 * word.
 */
final class SwapGas {
    private static final long V2 = 95_000;
    private static final long V2_HOP = 70_000;
    private static final long V3 = 125_000;
    private static final long V3_HOP = 85_000;
    private static final long V3_TICK = 25_000;

    private SwapGas() {}

    static long of(Venue venue, List<SwapResult> hops) {
        long more = hops.size() - 1L;
        int crossed = hops.stream().mapToInt(SwapResult::ticksCrossed).sum();
        return switch (venue) {
            case UNISWAP_V2 -> V2 + more * V2_HOP;
            case UNISWAP_V3 -> V3 + more * V3_HOP + crossed * V3_TICK;
        };
    }
}
