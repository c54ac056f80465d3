package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;

/**
 * A pool that is not traded because what was followed and what was read were not the same.
 *
 * @param at block at which that came out
 * @param why in words
 */
public record Freeze(BlockRef at, String why) {}
