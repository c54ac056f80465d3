package io.ballast.think.feature;

import io.ballast.base.units.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects closed bars, oldest dropped first. A missing bar empties the builder: features across a gap would lie about time. Not
 * thread-safe.
 */
public final class WindowBuilder {
    private final List<Token> tokens;
    private final int capacity;
    private final Duration gap;
    private final LastBars<Instant> times;
    private final LastBars<double[]> closes;
    private @Nullable PriceWindow latest;

    /**
     * @param capacity bars of a full window, at least 1
     * @param timeframe regular distance of two bars; from twice this on there is a gap
     */
    public WindowBuilder(List<Token> tokens, int capacity, Duration timeframe) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a window has at least 1 bar, was " + capacity);
        }
        this.tokens = List.copyOf(tokens);
        this.capacity = capacity;
        this.gap = timeframe.multipliedBy(2);
        this.times = new LastBars<>(capacity);
        this.closes = new LastBars<>(capacity);
    }

    /**
     * Appends a closed bar.
     *
     * @param prices one for each token, in cash, greater than zero
     * @throws IllegalArgumentException if the time is not after the last bar's or a price is not usable
     */
    public void close(Instant time, double[] prices) {
        latest = null;
        double[] bar = checked(prices);
        if (times.size() > 0) {
            Instant last = times.last();
            if (!time.isAfter(last)) {
                throw new IllegalArgumentException("bar " + time + " is not after " + last);
            }
            if (Duration.between(last, time).compareTo(gap) >= 0) {
                times.clear();
                closes.clear();
            }
        }
        times.add(time);
        closes.add(bar);
    }

    public boolean isFull() {
        return times.size() == capacity;
    }

    /** Bars collected since the start or the last gap, at most the capacity. */
    public int bars() {
        return times.size();
    }

    /** Bars still missing. */
    public int missing() {
        return capacity - times.size();
    }

    /** What has been collected; later bars do not change it. */
    public PriceWindow window() {
        PriceWindow known = latest;
        if (known == null) {
            known = new PriceWindow(tokens, times.view(), closes.view());
            latest = known;
        }
        return known;
    }

    private double[] checked(double[] prices) {
        if (prices.length != tokens.size()) {
            throw new IllegalArgumentException("a bar has " + tokens.size() + " prices, had " + prices.length);
        }
        for (int i = 0; i < prices.length; i++) {
            if (!(prices[i] > 0) || Double.isInfinite(prices[i])) {
                throw new IllegalArgumentException("price of " + tokens.get(i) + " must be positive, was " + prices[i]);
            }
        }
        return prices.clone();
    }
}
