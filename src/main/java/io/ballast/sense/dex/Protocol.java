package io.ballast.sense.dex;

/** Kinds of pool by their arithmetic. */
public enum Protocol {
    /** {@code x·y = k} with a fee on the amount in: Uniswap V2 and its forks. */
    CONSTANT_PRODUCT,
    /** Liquidity between ticks, one contract for each pool: Uniswap V3 and its forks. */
    CONCENTRATED,
    /** Liquidity between ticks, all pools in one contract: Uniswap V4. */
    CONCENTRATED_SINGLETON,
    /** {@code Π x^w = k}: Balancer's weighted pools. */
    WEIGHTED,
    /** Curve's StableSwap. */
    STABLE_SWAP,
    /** Volatile ({@code x·y}) and stable ({@code x³y + xy³}) pairs: Solidly and its forks. */
    SOLIDLY
}
