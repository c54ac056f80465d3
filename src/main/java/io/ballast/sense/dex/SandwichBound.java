package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;

/**
 * What a sandwich can take from a swap, and the least amount out that follows from it.
 *
 * @param minOut least amount the swap accepts, split over its parts by {@link SwapQuote#least}
 * @param loss quote less the sum of the parts' minima: no sandwich takes more, whether it pays or not
 * @param pool where a sandwich pays best
 * @param frontRun what the attacker swaps in that pool before us, in the token that we pay there; zero if no size pays
 * @param attackerProfit what is left of it when it is swapped back after us, fees paid and gas not; zero if no size pays
 * @param pays whether the profit is more than the gas of the two swaps, so that a sandwich is to be expected
 */
public record SandwichBound(
        TokenAmount minOut,
        TokenAmount loss,
        PoolId pool,
        TokenAmount frontRun,
        TokenAmount attackerProfit,
        boolean pays) {}
