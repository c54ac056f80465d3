package io.ballast.sense.chain;

import io.ballast.base.units.Hash32;

/**
 * What used a nonce up.
 *
 * @param block number of the block that holds it
 */
public record NonceUse(Hash32 tx, long block) {}
