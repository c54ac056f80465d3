package io.ballast.sense.dex;

/** Router contracts by the exchanges they reach: the parts of one swap go through one of them. */
enum RouterKind {
    /** SwapRouter02, the one router that takes V2 and V3 parts in one call, and the one that an agent approves. */
    UNISWAP,
    /** An exchange that no swap of ours reaches: its pools are priced and shown. */
    NONE;

    static RouterKind of(Venue venue) {
        return switch (venue) {
            case UNISWAP_V2, UNISWAP_V3 -> UNISWAP;
            case SUSHISWAP_V2,
                    PANCAKESWAP_V2,
                    SUSHISWAP_V3,
                    PANCAKESWAP_V3,
                    SLIPSTREAM,
                    UNISWAP_V4,
                    BALANCER_V2,
                    CURVE,
                    AERODROME,
                    VELODROME -> NONE;
        };
    }
}
