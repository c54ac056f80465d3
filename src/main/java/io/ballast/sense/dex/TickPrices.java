package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import org.jspecify.annotations.Nullable;

/** Prices of ticks that were asked for lately: swap after swap ends before the same stops. Thread-safe. */
final class TickPrices {
    private static final int PLACES = 256;
    private static final @Nullable Known[] KNOWN = new Known[PLACES];

    /** Immutable, so that a thread sees all of one or nothing of it. */
    private record Known(int tick, UInt256 price) {}

    private TickPrices() {}

    /** As {@link TickMath#sqrtPriceAt}. */
    static UInt256 at(int tick) {
        int place = tick & (PLACES - 1);
        Known known = KNOWN[place];
        if (known == null || known.tick() != tick) {
            known = new Known(tick, TickMath.sqrtPriceAt(tick));
            KNOWN[place] = known;
        }
        return known.price();
    }
}
