package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;

/** A leg whose amount an earlier decision fixed, because exactly that much is approved. */
public record PinnedLeg(TokenAmount amountIn, Token tokenOut) {
    /** The same trade as a leg that was decided. */
    public static PinnedLeg of(Leg leg) {
        return new PinnedLeg(leg.quote().amountIn(), leg.quote().amountOut().token());
    }
}
