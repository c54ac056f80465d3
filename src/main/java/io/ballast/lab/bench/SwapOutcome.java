package io.ballast.lab.bench;

import io.ballast.base.units.UInt256;
import io.ballast.sense.dex.ConcentratedFill;

/**
 * What two implementations must agree on.
 *
 * @param sqrtPriceX96 after the swap, as are tick and liquidity
 */
public record SwapOutcome(UInt256 amountOut, UInt256 sqrtPriceX96, int tick, UInt256 liquidity) {
    static SwapOutcome of(ConcentratedFill fill) {
        return new SwapOutcome(fill.amountOut(), fill.sqrtPriceX96(), fill.tick(), fill.liquidity());
    }

    /** From four integers with a space between. */
    static SwapOutcome parse(String line) {
        String[] words = line.split(" ", -1);
        return new SwapOutcome(
                UInt256.parse(words[0]), UInt256.parse(words[1]), Integer.parseInt(words[2]), UInt256.parse(words[3]));
    }
}
