package io.ballast.lab.backtest.lookahead;

import java.time.Instant;
import java.util.List;

/**
 * The first decision that something after it changed.
 *
 * @param time of the decision
 * @param cut after which the history was changed, the same moment or later
 * @param known what was decided with the history as it is
 * @param changed what was decided with another
 * @param inputs that differ; none if the decision was given the same and decided otherwise
 */
public record Moved(Instant time, Instant cut, Future future, Choice known, Choice changed, List<String> inputs) {
    public Moved {
        inputs = List.copyOf(inputs);
    }

    /** Where the future got in, in words. */
    public String source() {
        return inputs.isEmpty()
                ? "it was given the same prices, pools, balances and closed bars: the scorer itself knows what comes later"
                : "it was given other " + String.join(", ", inputs) + ": they hold what comes later";
    }
}
