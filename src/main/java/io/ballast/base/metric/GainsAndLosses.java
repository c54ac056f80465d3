package io.ballast.base.metric;

import java.util.OptionalDouble;

/**
 * Gains and losses of periods or of trades.
 *
 * @param count of all, those at zero included
 * @param gains above zero
 * @param losses below zero
 * @param gained their sum
 * @param lost their sum, as a positive number
 */
public record GainsAndLosses(int count, int gains, int losses, double gained, double lost) {

    public static GainsAndLosses of(double... values) {
        CompensatedSum gained = new CompensatedSum();
        CompensatedSum lost = new CompensatedSum();
        int gains = 0;
        int losses = 0;
        for (double value : values) {
            if (value > 0) {
                gains++;
                gained.add(value);
            } else if (value < 0) {
                losses++;
                lost.add(-value);
            }
        }
        return new GainsAndLosses(values.length, gains, losses, gained.value(), lost.value());
    }

    /** Gains over all; the convention for trades. */
    public OptionalDouble winRate() {
        return Defined.ratio(gains, count);
    }

    /** Gains over gains and losses; the convention for periods, in many of which nothing happens. */
    public OptionalDouble winRateOfMoves() {
        return Defined.ratio(gains, gains + losses);
    }

    /** {@code Σgains / Σlosses}; undefined without a loss. */
    public OptionalDouble profitFactor() {
        return Defined.ratio(gained, lost);
    }

    /** Sum of all over the losses; undefined without a loss. */
    public OptionalDouble gainToPain() {
        return Defined.ratio(gained - lost, lost);
    }

    /** Mean gain over mean loss; undefined without either. */
    public OptionalDouble payoff() {
        return gains == 0 || losses == 0 ? OptionalDouble.empty() : Defined.ratio(gained / gains, lost / losses);
    }

    /** Mean of all. */
    public OptionalDouble expectancy() {
        return Defined.ratio(gained - lost, count);
    }

    /** What is expected of each unit at risk: {@code (1 + payoff)·W − 1}. */
    public OptionalDouble expectancyRatio() {
        return payoff().isPresent() ? Defined.value((1 + payoff().getAsDouble()) * rate() - 1) : OptionalDouble.empty();
    }

    /** The share of wealth that maximises growth: {@code W − (1 − W)/payoff} (Kelly 1956). */
    public OptionalDouble kelly() {
        return payoff().isPresent()
                ? Defined.value(rate() - (1 - rate()) / payoff().getAsDouble())
                : OptionalDouble.empty();
    }

    private double rate() {
        return (double) gains / count;
    }
}
