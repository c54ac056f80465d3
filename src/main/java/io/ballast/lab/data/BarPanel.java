package io.ballast.lab.data;

import java.util.List;

/**
 * Walks the bars of several markets side by side in the order of time. At each time that any market has a bar, those that lack one say so;
 * nothing is filled in. For one thread.
 */
public final class BarPanel implements AutoCloseable {
    private static final long DONE = Long.MAX_VALUE;

    private final List<BarCursor> markets;
    private final long[] next;
    private long time = Long.MIN_VALUE;

    /** @param markets each from the oldest bar on */
    public BarPanel(List<BarCursor> markets) {
        this.markets = List.copyOf(markets);
        this.next = new long[markets.size()];
        for (int i = 0; i < next.length; i++) {
            advance(i);
        }
    }

    private void advance(int market) {
        BarCursor bars = markets.get(market);
        next[market] = bars.next() ? bars.time() : DONE;
    }

    /** Goes to the next time that any market has a bar of; false after the last. */
    public boolean next() {
        long earliest = DONE;
        for (int i = 0; i < next.length; i++) {
            if (next[i] == time) {
                advance(i);
            }
            earliest = Math.min(earliest, next[i]);
        }
        time = earliest;
        return time != DONE;
    }

    /** Start of the bars, in milliseconds since 1970. */
    public long time() {
        return time;
    }

    public int size() {
        return next.length;
    }

    /** Whether a market has a bar now. */
    public boolean has(int market) {
        return next[market] == time;
    }

    /**
     * A market's bar.
     *
     * @throws IllegalStateException if it has none now
     */
    public BarCursor bar(int market) {
        if (!has(market)) {
            throw new IllegalStateException("market " + market + " has no bar at " + time);
        }
        return markets.get(market);
    }

    @Override
    public void close() {
        markets.forEach(BarCursor::close);
    }
}
