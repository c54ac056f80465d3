package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.action.WeightBound;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one trade must keep to, beside its size and price.
 *
 * @param maxNotionalPerHour value sold within an hour
 * @param maxSandwichLoss most that a sandwich can take from one swap
 * @param minBenefit expected gain net of cost, as a share of the cost; where a scorer states one
 * @param maxIdentical most swaps of the same amount between the same tokens within {@code identicalWithin}
 * @param maxGas worst gas of one transaction
 * @param bounds lowest and highest weight of each token that a trade may leave
 */
public record TradeRules(
        Usd maxNotionalPerHour,
        Usd maxSandwichLoss,
        Bps minBenefit,
        int maxIdentical,
        Duration identicalWithin,
        Usd maxGas,
        List<WeightBound> bounds) {
    public TradeRules {
        bounds = bounds.stream()
                .sorted(Comparator.comparing(bound -> bound.token().address()))
                .toList();
        if (maxIdentical < 0 || identicalWithin.isNegative()) {
            throw new IllegalArgumentException(
                    "repetition must not be negative, was " + maxIdentical + " within " + identicalWithin);
        }
        if (maxNotionalPerHour.value().signum() < 0
                || maxSandwichLoss.value().signum() < 0
                || maxGas.value().signum() < 0) {
            throw new IllegalArgumentException("dollar limits must not be negative, were " + maxNotionalPerHour + ", "
                    + maxSandwichLoss + ", " + maxGas);
        }
    }
}
