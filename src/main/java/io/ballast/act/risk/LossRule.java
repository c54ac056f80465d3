package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import java.time.Duration;

/**
 * A limit on losses.
 *
 * @param max share that may be lost
 * @param mustLast how long both values must lie beyond it until something is done; zero is at once
 * @param action what is done then
 */
public record LossRule(Bps max, Duration mustLast, LossAction action) {
    public LossRule {
        if (mustLast.isNegative()) {
            throw new IllegalArgumentException("a loss cannot last " + mustLast);
        }
    }
}
