package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;

/**
 * Prices of bars as feeds would tell them: the shortest decimal that is the floating-point number, rounded half-even to the scale
 * of {@link Usd}. Pure.
 */
final class BarPrice {
    private static final int SCALE = 8;
    private static final double UNITS = 1e8;
    /** Below it every decimal of fifteen digits has a floating-point number of its own, and that number has no shorter decimal. */
    private static final double FIFTEEN_DIGITS = 1e15;
    /** Relative error of a product, and of the shortest decimal, with a wide margin. */
    private static final double ERROR = 0x1p-50;

    private BarPrice() {}

    static Usd of(double price) {
        double units = price * UNITS;
        if (!(Math.abs(units) < FIFTEEN_DIGITS)) {
            return Usd.of(BigDecimal.valueOf(price));
        }
        long rounded = Math.round(units);
        boolean exact = rounded / UNITS == price;
        boolean clear = Math.abs(units - Math.floor(units) - 0.5) > Math.abs(units) * ERROR;
        return exact || clear ? new Usd(BigDecimal.valueOf(rounded, SCALE)) : Usd.of(BigDecimal.valueOf(price));
    }
}
