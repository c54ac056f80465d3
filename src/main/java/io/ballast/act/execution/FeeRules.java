package io.ballast.act.execution;

import io.ballast.base.units.Wei;

/**
 * How far the offer of an attempt may be raised.
 *
 * @param replaceable whether the chain is one where paying more helps a pending transaction
 * @param ceiling most per unit of gas, for cancellations too
 * @param after heads without inclusion after which more is offered; at least 1
 * @param most attempts that replace the first one; 0 means none. Cancellations do not count
 * @param budget how many times the first offer's worst cost an intent may cost at the most; at least 1
 */
public record FeeRules(boolean replaceable, Wei ceiling, int after, int most, int budget) {
    public FeeRules {
        if (after < 1 || most < 0 || budget < 1) {
            throw new IllegalArgumentException("fees are raised after at least 1 head, 0 times or more, within at least"
                    + " the first offer: " + after + ", " + most + ", " + budget);
        }
    }

    /** The most that a replacement of this first offer may bid. */
    Wei ceilingFor(Fees first) {
        return ceiling.min(first.max().times(budget));
    }
}
