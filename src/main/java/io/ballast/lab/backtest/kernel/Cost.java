package io.ballast.lab.backtest.kernel;

/**
 * Proportional cost.
 *
 * @param rate share of what is bought and of what is sold, in [0, 0.5]
 */
public record Cost(double rate, Charging charging) {
    public static final Cost NONE = new Cost(0, Charging.BEFORE_WEIGHTING);

    public Cost {
        if (!(rate >= 0 && rate <= 0.5)) {
            throw new IllegalArgumentException("cost must be a share up to one half, was " + rate);
        }
    }
}
