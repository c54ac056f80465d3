package io.ballast.base.metric;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The Sharpe ratio of a window that moves along a series. */
public final class RollingSharpe {
    private RollingSharpe() {}

    /**
     * Annual ratios without a riskless rate.
     *
     * @param window periods, at least 2
     * @return one for each period; empty before the window is full and where nothing moved
     */
    public static List<OptionalDouble> of(ReturnSeries returns, int window, PeriodsPerYear year) {
        return IntStream.rangeClosed(1, returns.size())
                .mapToObj(end -> end < window
                        ? OptionalDouble.empty()
                        : SharpeRatio.annual(returns.between(end - window, end), 0, year))
                .toList();
    }
}
