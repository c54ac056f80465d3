package io.ballast.base.metric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What closed trades made, in the order of closing.
 *
 * @param money gains and losses in money
 * @param ratios the same over what was put in
 * @param quality system quality number {@code √N·mean/σ} of the money (Tharp)
 * @param ratioQuality the same of the ratios
 * @param best ratio
 * @param worst ratio
 * @param winsInARow most gains one after the other
 * @param lossesInARow most losses one after the other
 * @param meanDuration empty without a trade
 */
public record TradeStatistics(
        GainsAndLosses money,
        GainsAndLosses ratios,
        OptionalDouble quality,
        OptionalDouble ratioQuality,
        OptionalDouble best,
        OptionalDouble worst,
        int winsInARow,
        int lossesInARow,
        Optional<Duration> meanDuration) {

    public static TradeStatistics of(List<ClosedTrade> trades) {
        double[] money = trades.stream().mapToDouble(ClosedTrade::profit).toArray();
        double[] ratios = trades.stream().mapToDouble(ClosedTrade::ratio).toArray();
        return new TradeStatistics(
                GainsAndLosses.of(money),
                GainsAndLosses.of(ratios),
                quality(money),
                quality(ratios),
                trades.stream().mapToDouble(ClosedTrade::ratio).max(),
                trades.stream().mapToDouble(ClosedTrade::ratio).min(),
                inARow(money, 1),
                inARow(money, -1),
                meanDuration(trades));
    }

    private static OptionalDouble quality(double[] values) {
        return Defined.times(SharpeRatio.perPeriod(Moments.of(values)), StrictMath.sqrt(values.length));
    }

    private static int inARow(double[] values, int sign) {
        int most = 0;
        int now = 0;
        for (double value : values) {
            now = Math.signum(value) == sign ? now + 1 : 0;
            most = Math.max(most, now);
        }
        return most;
    }

    private static Optional<Duration> meanDuration(List<ClosedTrade> trades) {
        return trades.isEmpty()
                ? Optional.empty()
                : Optional.of(trades.stream()
                        .map(ClosedTrade::lasted)
                        .reduce(Duration.ZERO, Duration::plus)
                        .dividedBy(trades.size()));
    }
}
