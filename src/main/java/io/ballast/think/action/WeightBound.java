package io.ballast.think.action;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import java.math.BigDecimal;

/** Lowest and highest weight of a token that a candidate may leave. */
public record WeightBound(Token token, Bps min, Bps max) {
    /** The nearest weight within the bounds. */
    BigDecimal clip(BigDecimal weight) {
        return weight.max(min.fraction()).min(max.fraction());
    }

    /** Whether going from one weight to another leaves the bounds, or leaves them further behind. */
    boolean isBrokenBy(BigDecimal before, BigDecimal after) {
        boolean below = after.compareTo(min.fraction()) < 0 && after.compareTo(before) < 0;
        boolean above = after.compareTo(max.fraction()) > 0 && after.compareTo(before) > 0;
        return below || above;
    }
}
