package io.ballast.sense.dex;

import java.util.List;

/**
 * Expected gas of a swap through SwapRouter02's deadline multicall, an upper estimate in units of gas. Source: transactions
 * against the real contracts on a local chain, with about a tenth on top for tokens behind proxies: one V2 hop 103,065, two
 * 158,794; one V3 hop 101,390 to 110,380, two 167,882 to 182,392, and up to 64,200 for a tick crossed for the first time.
 * Uniswap V4 through the Universal Router, which spends by Permit2: one hop 119,888, two 154,372 to 175,922.
 */
final class SwapGas {
    private static final long V2 = 115_000;
    private static final long V2_HOP = 62_000;
    private static final long V3 = 122_000;
    private static final long V3_HOP = 80_000;
    private static final long V3_TICK = 65_000;
    private static final long V4 = 132_000;
    private static final long V4_HOP = 62_000;
    /** What every part but one saves: the transaction itself, and accounts and balances that are warm; 37,144 measured. */
    private static final long SHARED = 35_000;

    private SwapGas() {}

    /** Of one part alone. */
    static long of(Route route, int ticksCrossed) {
        long more = route.hops().size() - 1L;
        return switch (route.venue().protocol()) {
            case CONSTANT_PRODUCT -> V2 + more * V2_HOP;
            case CONCENTRATED -> V3 + more * V3_HOP + ticks(ticksCrossed);
            case CONCENTRATED_SINGLETON -> V4 + more * V4_HOP + ticks(ticksCrossed);
            default ->
                throw new IllegalArgumentException(
                        "no measured gas for " + route.venue().label());
        };
    }

    /** Of initialised ticks crossed. */
    static long ticks(int crossed) {
        return crossed * V3_TICK;
    }

    /** Of all parts of a swap together. */
    static long of(List<RouteQuote> parts) {
        long alone = 0;
        for (RouteQuote part : parts) {
            alone += part.gas();
        }
        return shared(alone, parts.size());
    }

    /**
     * Of parts in one transaction.
     *
     * @param alone sum of what each takes alone
     */
    static long shared(long alone, int parts) {
        return alone - (parts - 1L) * SHARED;
    }
}
