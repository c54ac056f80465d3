package io.ballast.lab.backtest.kernel;

import java.util.Arrays;

/**
 * Values held, as integers of one unit that is a power of two and moves with the equity, which stays in [2⁵⁴, 2⁵⁶): so it may grow
 * and shrink without bound, a price may rise almost 128-fold in a row without overflow, and rounding is below 2⁻⁵⁴ of the equity.
 * Not safe for use by several threads.
 */
final class Purse {
    private static final long LEAST = 1L << 54;
    private static final long MOST = 1L << 56;
    private static final int START = 55;
    private static final int LEAST_BITS = 55;

    /** Below this power of two numbers lose digits. */
    private static final int SMALLEST = Double.MIN_EXPONENT;

    private final long[] values;
    private final long charge;
    private final Charging charging;
    private long cash = 1L << START;
    private long equity = cash;

    /** The unit is 2 to this power. */
    private int unit = -START;

    /** The unit as a number, while it is one. */
    private double scale = Math.scalb(1.0, unit);

    private double turnover;
    private double costs;

    /** One whole, in cash. */
    Purse(int assets, Cost cost) {
        values = new long[assets];
        charge = Fixed.of(cost.rate());
        charging = cost.charging();
    }

    long equity() {
        return equity;
    }

    long value(int asset) {
        return values[asset];
    }

    /**
     * Equity in units of that at the start.
     *
     * @throws ArithmeticException beyond 10³⁰⁸
     */
    double wealth() {
        double wealth = whole(equity);
        if (Double.isInfinite(wealth)) {
            throw new ArithmeticException("equity left the range of numbers");
        }
        return wealth;
    }

    /** In units of the start; as exact as scaling by hand, which is slow. */
    private double whole(long amount) {
        return unit < SMALLEST ? Math.scalb((double) amount, unit) : amount * scale;
    }

    /** Sum of what was traded, purchases and sales, each over the equity before it. */
    double turnover() {
        return turnover;
    }

    /** Cost paid in all, in units of the equity at the start. */
    double costs() {
        return costs;
    }

    /** Prices move. */
    void drift(long[][] columns, int row) {
        long sum = cash;
        for (int i = 0; i < values.length; i++) {
            long value = Fixed.times(values[i], columns[i][row]);
            values[i] = value;
            sum = Math.addExact(sum, value);
        }
        equity = sum;
        if (sum >= MOST || sum < LEAST) {
            normalise();
        }
    }

    private void normalise() {
        if (equity == 0) {
            return;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(equity) - LEAST_BITS;
        unit = Math.addExact(unit, shift);
        scale = Math.scalb(1.0, unit);
        cash = shifted(cash, shift);
        equity = cash;
        for (int i = 0; i < values.length; i++) {
            values[i] = shifted(values[i], shift);
            equity += values[i];
        }
    }

    private static long shifted(long value, int shift) {
        return shift < 0 ? value << -shift : (value + (1L << shift >> 1)) >> shift;
    }

    /** Has always been there: nothing is traded and nothing paid. */
    void begin(Target target) {
        invest(target, equity);
    }

    /** Trades to the weights and pays for it. */
    void moveTo(Target target) {
        if (equity == 0) {
            return;
        }
        long before = equity;
        long moved = distance(target, before);
        long paid = charge == 0 ? 0 : cost(target, before, moved);
        boolean after = paid != 0 && charging == Charging.SELF_FINANCING;
        turnover += (double) (after ? distance(target, before - paid) : moved) / before;
        costs += whole(paid);
        invest(target, before - paid);
    }

    private long cost(Target target, long before, long moved) {
        long paid = Fixed.times(moved, charge);
        if (charging == Charging.BEFORE_WEIGHTING) {
            return paid;
        }
        // Each round shrinks the error by the rate; the last digit may swing for ever.
        for (int i = 0; i < Long.SIZE; i++) {
            long next = Fixed.times(distance(target, before - paid), charge);
            if (Math.abs(next - paid) <= 1) {
                return Math.max(next, paid);
            }
            paid = next;
        }
        return paid;
    }

    private long distance(Target target, long whole) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i] - Fixed.times(whole, target.weight(i)));
        }
        return sum;
    }

    private void invest(Target target, long whole) {
        long left = whole;
        for (int i = 0; i < values.length; i++) {
            values[i] = Fixed.times(whole, target.weight(i));
            left -= values[i];
        }
        if (target.full() || left < 0) {
            values[target.largest()] += left;
            left = 0;
        }
        cash = left;
        equity = whole;
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + " and " + cash + " in units of 2^" + unit;
    }
}
