package io.ballast.base.metric;

/**
 * Everything that was tried before one result was chosen.
 *
 * @param count number of independent trials, at least 1
 * @param deviation standard deviation of their Sharpe ratios, per period
 */
public record Trials(int count, double deviation) {
    private static final double EULER_MASCHERONI = 0.577_215_664_901_532_9;

    public Trials {
        if (count < 1 || !(deviation >= 0)) {
            throw new IllegalArgumentException("no trials: " + count + " with deviation " + deviation);
        }
    }

    /** @param sharpes ratio per period of each trial, the chosen one included; at least one */
    public static Trials of(double... sharpes) {
        return new Trials(sharpes.length, Moments.of(sharpes).deviation().orElse(0));
    }

    /**
     * The best ratio to expect of that many trials without any skill,
     * {@code σ·[(1 − γ)·Φ⁻¹(1 − 1/N) + γ·Φ⁻¹(1 − 1/(N·e))]} (Bailey and López de Prado 2014); 0 for a single trial.
     */
    public double bestByLuck() {
        if (count == 1) {
            return 0;
        }
        double often = Gaussian.quantile(1 - 1.0 / count);
        double seldom = Gaussian.quantile(1 - 1 / (count * Math.E));
        return deviation * ((1 - EULER_MASCHERONI) * often + EULER_MASCHERONI * seldom);
    }
}
