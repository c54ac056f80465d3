package io.ballast.act.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Acts when a limit stays broken for long enough. */
record Tripwire(LimitCode code, Duration mustLast, LossAction action) {
    /**
     * The state after another look.
     *
     * @param broken why the limit is broken; empty if it is not
     */
    RiskState after(RiskState state, Instant now, Optional<String> broken) {
        if (broken.isEmpty()) {
            return state.healed(code);
        }
        RiskState noted = state.broken(code, now);
        Duration lasted = Duration.between(noted.brokenSince(code).orElse(now), now);
        return lasted.compareTo(mustLast) < 0 ? noted : acted(noted, code + ": " + broken.get());
    }

    private RiskState acted(RiskState state, String why) {
        return switch (action) {
            case REFUSE -> state;
            case HALT -> state.halt(why);
            case EXIT_TO_CASH -> state.exit(why);
        };
    }
}
