package io.ballast.base.metric;

import java.util.OptionalDouble;

/** Mean over standard deviation of returns above the riskless one (Sharpe 1994); undefined without deviation. */
public final class SharpeRatio {
    private SharpeRatio() {}

    /** {@code mean(x) / σ(x)} of one period, {@code σ} with {@code n − 1}. */
    public static OptionalDouble perPeriod(Moments excess) {
        return Defined.ratio(OptionalDouble.of(excess.mean()), excess.deviation());
    }

    /**
     * {@code mean(r − rf) / σ(r − rf) · √P}.
     *
     * @param riskFree annual rate, such as 0.05
     */
    public static OptionalDouble annual(ReturnSeries returns, double riskFree, PeriodsPerYear year) {
        Moments excess = Moments.of(returns.over(year.perPeriod(riskFree)));
        return Defined.times(perPeriod(excess), year.root());
    }
}
