package io.ballast.sense.dex;

/** Router contracts by the exchanges they reach: the parts of one swap go through one of them. */
enum RouterKind {
    /** SwapRouter02, the one router that takes V2 and V3 parts in one call. */
    UNISWAP,
    /** The V2 router of an exchange of its own. */
    SUSHISWAP_V2,
    PANCAKESWAP_V2,
    SUSHISWAP_V3,
    PANCAKESWAP_V3,
    /** An exchange that no swap of ours reaches. */
    NONE;

    static RouterKind of(Venue venue) {
        return switch (venue) {
            case UNISWAP_V2, UNISWAP_V3 -> UNISWAP;
            case SUSHISWAP_V2 -> SUSHISWAP_V2;
            case PANCAKESWAP_V2 -> PANCAKESWAP_V2;
            case SUSHISWAP_V3 -> SUSHISWAP_V3;
            case PANCAKESWAP_V3 -> PANCAKESWAP_V3;
            case SLIPSTREAM, UNISWAP_V4, BALANCER_V2, CURVE, AERODROME, VELODROME -> NONE;
        };
    }
}
