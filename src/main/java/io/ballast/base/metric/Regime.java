package io.ballast.base.metric;

/** What the market was like: its direction and its unrest. */
public enum Regime {
    RISING_CALM,
    RISING_STORMY,
    FALLING_CALM,
    FALLING_STORMY;

    static Regime of(boolean rising, boolean stormy) {
        if (rising) {
            return stormy ? RISING_STORMY : RISING_CALM;
        }
        return stormy ? FALLING_STORMY : FALLING_CALM;
    }
}
