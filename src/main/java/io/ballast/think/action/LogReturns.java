package io.ballast.think.action;

import io.ballast.think.feature.PriceWindow;

/**
 * Sum and spread of one token's last {@link #COUNT} log returns.
 *
 * @param sum log return over all of them
 * @param deviation sample standard deviation of one
 */
record LogReturns(double sum, double deviation) {
    static final int COUNT = 24;

    static LogReturns of(PriceWindow window, int column) {
        double sum = StrictMath.log(window.close(column, 0) / window.close(column, COUNT));
        double mean = sum / COUNT;
        double squares = 0;
        for (int back = 0; back < COUNT; back++) {
            double away = StrictMath.log(window.close(column, back) / window.close(column, back + 1)) - mean;
            squares += away * away;
        }
        return new LogReturns(sum, StrictMath.sqrt(squares / (COUNT - 1)));
    }

    /** The sum in units of its own standard deviation; 0 for a price that does not move. */
    double strength() {
        return deviation == 0 ? 0 : sum / (deviation * StrictMath.sqrt(COUNT));
    }
}
