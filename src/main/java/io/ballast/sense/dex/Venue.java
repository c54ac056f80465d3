package io.ballast.sense.dex;

import io.ballast.base.config.Spelled;

/** Kinds of pool whose arithmetic is known exactly. */
public enum Venue {
    @Spelled("uniswap-v2")
    UNISWAP_V2,
    @Spelled("uniswap-v3")
    UNISWAP_V3
}
