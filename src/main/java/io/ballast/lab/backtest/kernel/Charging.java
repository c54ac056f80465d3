package io.ballast.lab.backtest.kernel;

/** From what a proportional cost is taken. */
public enum Charging {
    /**
     * {@code c·Σ│value − w·E│} is taken from the equity {@code E}, then the weights are applied to what is left: the literature's
     * way. It charges a little too much, since the targets were computed before the cost.
     */
    BEFORE_WEIGHTING,

    /** The equity afterwards solves {@code E' = E − c·Σ│value − w·E'│}: every trade pays for itself, as on an exchange. */
    SELF_FINANCING
}
