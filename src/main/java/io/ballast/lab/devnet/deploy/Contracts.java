package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;

/**
 * Contracts that serve every pool.
 *
 * @param router SwapRouter02, for both versions
 * @param quoter QuoterV2
 * @param oracle our own: owns the feeds
 * @param arbitrageur our own
 */
public record Contracts(
        Address v2Factory,
        Address v2Router,
        Address v3Factory,
        Address positionManager,
        Address router,
        Address quoter,
        Address tickLens,
        Address multicall,
        Address oracle,
        Address arbitrageur) {}
