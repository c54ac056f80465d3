package io.ballast.lab.backtest.lookahead;

import java.time.Instant;
import java.util.Optional;

/**
 * One run with another future.
 *
 * @param time of the last bar or block that is as it was
 * @param decisions that were compared
 * @param moved the first of them that differs; empty if none does
 */
public record Cut(Instant time, Future future, int decisions, Optional<Moved> moved) {
    public boolean held() {
        return moved.isEmpty();
    }
}
