package io.ballast.act.execution;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;

/** The least amount out that a swap accepts. */
final class MinOut {
    private MinOut() {}

    /** The quote less the slippage; what is taken off is rounded down, so that the bound never falls below the limit. */
    static TokenAmount of(TokenAmount quoted, Bps slippage) {
        return quoted.minus(quoted.times(slippage));
    }
}
