package io.ballast.think.portfolio;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;

/**
 * The no-trade band around one token's target weight.
 *
 * @param cost share of a trade's value lost to fee and impact, per side, in [0, 1]
 * @param halfWidth largest deviation of the weight at which nothing is traded, in (0, 1]
 */
public record Band(Token token, double cost, double halfWidth) {
    /** Risk aversion of the closed form; 2 is twice a log investor's. */
    public static final double RISK_AVERSION = 2;

    /** Narrowest band, so that a weight of 0 or 1, or a free trade, does not ask for a trade at every block. */
    public static final double NARROWEST = 0.001;

    public Band {
        if (!(cost >= 0 && cost <= 1 && halfWidth > 0 && halfWidth <= 1)) {
            throw new IllegalArgumentException("band of " + token + " out of range: " + cost + ", " + halfWidth);
        }
    }

    /**
     * Half-width of the optimal no-trade region for small proportional costs, {@code (3/(2γ) · w²(1−w)² · c)^(1/3)}, to
     * leading order (Davis and Norman 1990; Gerhold, Guasoni, Muhle-Karbe and Schachermayer 2014), and not below
     * {@link #NARROWEST}.
     *
     * @param weight target, in [0, 1]
     * @param cost per side, in [0, 1]
     */
    public static double optimalHalfWidth(double weight, double cost) {
        double spread = weight * (1 - weight);
        double width = StrictMath.cbrt(3 / (2 * RISK_AVERSION) * spread * spread * cost);
        return Math.max(NARROWEST, Math.min(1, width));
    }

    /** Half-width for people, rounded to a basis point. */
    public Bps width() {
        return new Bps((int) Math.round(halfWidth * 10_000));
    }
}
