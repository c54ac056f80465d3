package io.ballast.agent;

import io.ballast.sense.market.ClosedBars;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.PriceBars;
import io.ballast.sense.market.ReferencePools;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.feature.WindowBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The closed bars a scorer needs: recovered from the chain's logs when they are missing, then one more with each decision. Used
 * by one thread.
 */
public final class BarWindow {
    private static final Logger LOG = LoggerFactory.getLogger(BarWindow.class);
    private final ClosedBars history;
    private final int capacity;
    private final Duration timeframe;
    private Optional<ReferencePools> references = Optional.empty();
    private Optional<WindowBuilder> builder = Optional.empty();
    private Instant last = Instant.MIN;

    /** @param capacity bars of a full window */
    public BarWindow(ClosedBars history, int capacity, Duration timeframe) {
        this.history = history;
        this.capacity = capacity;
        this.timeframe = timeframe;
    }

    /**
     * Closes the bar that ends at this block.
     *
     * @return why the window is not full, or empty if it is
     */
    public Optional<String> close(MarketState market) {
        Instant time = market.block().timestamp();
        if (!time.isAfter(last)) {
            return shortfall();
        }
        ReferencePools pools;
        try {
            pools = references.orElseGet(() -> ReferencePools.choose(market));
        } catch (IllegalArgumentException unpriced) {
            // Every pool that could price a token is frozen: that passes, and is no reason to die.
            return Optional.of(String.valueOf(unpriced.getMessage()));
        }
        references = Optional.of(pools);
        if (builder.isEmpty() || !follows(time)) {
            builder = Optional.of(refilled(market, pools));
        } else {
            builder.get().close(time, pools.closes(market));
        }
        last = time;
        return shortfall();
    }

    /**
     * All bars.
     *
     * @throws IllegalStateException before the first bar was closed
     */
    public PriceWindow window() {
        return builder.orElseThrow(() -> new IllegalStateException("no bar was closed yet"))
                .window();
    }

    /** Half a bar early or late still counts as the next bar. */
    private boolean follows(Instant time) {
        Duration distance = Duration.between(last, time).minus(timeframe).abs();
        return distance.plus(distance).compareTo(timeframe) <= 0;
    }

    private WindowBuilder refilled(MarketState market, ReferencePools pools) {
        PriceBars bars = history.last(market, pools, timeframe, capacity);
        bars.missing().ifPresent(why -> LOG.info("price window: {}", why));
        WindowBuilder fresh = new WindowBuilder(market.universe().tokens(), capacity, timeframe);
        for (int i = 0; i < bars.times().size(); i++) {
            fresh.close(bars.times().get(i), bars.closes().get(i));
        }
        return fresh;
    }

    private Optional<String> shortfall() {
        int missing = builder.map(WindowBuilder::missing).orElse(capacity);
        return missing == 0
                ? Optional.empty()
                : Optional.of("the price window lacks " + missing + " of " + capacity + " bars");
    }
}
