package io.ballast.sense.dex.web3j;

import io.ballast.base.config.Spelled;

/**
 * Versions of Uniswap's Universal Router whose calldata is proven against the contract. Sources later than 2.1.0 add limits
 * for each hop to the same commands, so a router of another version must not be called.
 */
public enum UniversalRouterVersion {
    /** npm {@code @uniswap/universal-router} 2.1.0: no limits for hops. */
    @Spelled("2.1.0")
    V2_1_0
}
