package io.ballast.sense.dex;

/** Kinds of pool whose arithmetic is known exactly. */
public enum Venue {
    UNISWAP_V2,
    UNISWAP_V3
}
