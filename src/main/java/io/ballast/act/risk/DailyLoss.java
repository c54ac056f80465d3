package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Both values of the account now against 24 hours ago, or against the oldest ones known if those are younger. Once too much is
 * lost by either, only what buys cash passes, until the loss is a day old.
 */
record DailyLoss(Bps max, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.DAILY_LOSS_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        return standing(question.situation(), question.state()).unlessBought(question, cash);
    }

    LimitCheck standing(Situation situation, RiskState state) {
        return situation
                .worth()
                .map(worth -> fall(situation, state, worth).check(code(), max, false))
                .orElseGet(() -> LimitCheck.refuse(code(), "the exit value is unknown"));
    }

    /** Whether four fifths of the limit or more are used, without the words for it. */
    boolean isNear(Situation situation, RiskState state) {
        return situation
                .worth()
                .filter(worth -> fall(situation, state, worth).isNear(max))
                .isPresent();
    }

    /** Why both values together say that too much is lost; empty if they do not. */
    Optional<String> agreed(Situation situation, RiskState state, Worth worth) {
        Fall fall = fall(situation, state, worth);
        return Fall.beyond(fall.agreed(), max, false)
                ? Optional.of(fall.check(code(), max, false).figures())
                : Optional.empty();
    }

    private static Fall fall(Situation situation, RiskState state, Worth now) {
        List<NavSample> samples = state.samples();
        Instant dayAgo = situation.time().minus(Question.DAY);
        if (samples.isEmpty()) {
            return Fall.below(now.nav(), now.exit(), now);
        }
        NavSample before = samples.getFirst();
        for (NavSample sample : samples) {
            if (sample.at().isAfter(dayAgo)) {
                break;
            }
            before = sample;
        }
        return Fall.below(before.nav(), before.exit(), now);
    }
}
