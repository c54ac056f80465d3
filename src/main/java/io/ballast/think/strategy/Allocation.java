package io.ballast.think.strategy;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;

/**
 * Where one token's weight should be and may be.
 *
 * @param min lowest weight a candidate may leave, at most {@code target}
 * @param max highest weight a candidate may leave, at least {@code target}
 */
public record Allocation(Token token, Bps target, Bps min, Bps max) {
    public Allocation {
        if (min.compareTo(target) > 0 || target.compareTo(max) > 0) {
            throw new IllegalArgumentException(token + " needs min <= target <= max, was " + min.percent() + " "
                    + target.percent() + " " + max.percent());
        }
    }
}
