package io.ballast.base.metric;

import java.util.OptionalDouble;

/** Keeps figures that are numbers and drops those that are not: a ratio over nothing is undefined. */
final class Defined {
    private Defined() {}

    /** The value; empty if it is infinite or not a number. */
    static OptionalDouble value(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** {@code dividend / divisor}; empty if the divisor is zero or the quotient not finite. */
    static OptionalDouble ratio(double dividend, double divisor) {
        return divisor == 0 ? OptionalDouble.empty() : value(dividend / divisor);
    }

    /** {@code dividend / divisor}; empty as well if either is. */
    static OptionalDouble ratio(OptionalDouble dividend, OptionalDouble divisor) {
        return dividend.isPresent() && divisor.isPresent()
                ? ratio(dividend.getAsDouble(), divisor.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The value times a factor; empty if it is. */
    static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isPresent() ? value(value.getAsDouble() * factor) : value;
    }
}
