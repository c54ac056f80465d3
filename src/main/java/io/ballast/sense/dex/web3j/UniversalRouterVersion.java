package io.ballast.sense.dex.web3j;

import io.ballast.base.config.Spelled;

/**
 * Versions of Uniswap's Universal Router whose calldata is proven against the contract of npm
 * {@code @uniswap/universal-router}. They differ in the parameters of a V4 swap, and so do later ones: a router of a version
 * that is not here must not be called.
 */
public enum UniversalRouterVersion {
    /** No limits for hops. */
    @Spelled("2.0.0")
    V2_0_0(false),
    /** A swap along several V4 pools has a limit for each hop; none is given. */
    @Spelled("2.1.0")
    V2_1_0(true);

    private final boolean limitsHops;

    UniversalRouterVersion(boolean limitsHops) {
        this.limitsHops = limitsHops;
    }

    /** Whether a swap along several V4 pools carries an array of limits. */
    boolean limitsHops() {
        return limitsHops;
    }
}
