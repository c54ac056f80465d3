package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import java.util.Optional;

/**
 * Both values of the account below their highest. Reaching the limit is enough: once either has, only what buys cash passes,
 * and once both have for long enough, trading stops.
 */
record DrawdownLimit(Bps max, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.DRAWDOWN_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        return standing(question.situation(), question.state()).unlessBought(question, cash);
    }

    LimitCheck standing(Situation situation, RiskState state) {
        return situation
                .worth()
                .map(worth -> fall(state, worth).check(code(), max, true))
                .orElseGet(() -> LimitCheck.refuse(code(), "the exit value is unknown"));
    }

    /** Whether four fifths of the limit or more are used, without the words for it. */
    boolean isNear(Situation situation, RiskState state) {
        return situation
                .worth()
                .filter(worth -> !isSlight(state, worth) && fall(state, worth).isNear(max))
                .isPresent();
    }

    /** Why both values together say that too much is lost; empty if they do not. */
    Optional<String> agreed(RiskState state, Worth worth) {
        if (isSlight(state, worth)) {
            return Optional.empty();
        }
        Fall fall = fall(state, worth);
        return Fall.beyond(fall.agreed(), max, true)
                ? Optional.of(fall.check(code(), max, true).figures())
                : Optional.empty();
    }

    private boolean isSlight(RiskState state, Worth now) {
        return Fall.isSlight(state.highWaterMark(), state.watch().exitMark(), now, max);
    }

    private static Fall fall(RiskState state, Worth now) {
        return Fall.below(state.highWaterMark(), state.watch().exitMark(), now);
    }
}
