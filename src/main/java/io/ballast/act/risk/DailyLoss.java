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
                .map(worth -> fall(before(situation, state, worth), worth).check(code(), max, false))
                .orElseGet(() -> LimitCheck.refuse(code(), "the exit value is unknown"));
    }

    /** Whether four fifths of the limit or more are used, without the words for it. */
    boolean isNear(Situation situation, RiskState state) {
        return situation
                .worth()
                .filter(worth -> isNear(before(situation, state, worth), worth))
                .isPresent();
    }

    /** Why both values together say that too much is lost; empty if they do not. */
    Optional<String> agreed(Situation situation, RiskState state, Worth worth) {
        NavSample before = before(situation, state, worth);
        if (Fall.isSlight(before.nav(), before.exit(), worth, max)) {
            return Optional.empty();
        }
        Fall fall = fall(before, worth);
        return Fall.beyond(fall.agreed(), max, false)
                ? Optional.of(fall.check(code(), max, false).figures())
                : Optional.empty();
    }

    private boolean isNear(NavSample before, Worth now) {
        return !Fall.isSlight(before.nav(), before.exit(), now, max)
                && fall(before, now).isNear(max);
    }

    private static Fall fall(NavSample before, Worth now) {
        return Fall.below(before.nav(), before.exit(), now);
    }

    /** What it was worth a day ago. */
    private static NavSample before(Situation situation, RiskState state, Worth now) {
        List<NavSample> samples = state.samples();
        if (samples.isEmpty()) {
            return new NavSample(situation.time(), now.nav(), now.exit());
        }
        Instant dayAgo = situation.time().minus(Question.DAY);
        NavSample before = samples.getFirst();
        for (NavSample sample : samples) {
            if (sample.at().isAfter(dayAgo)) {
                break;
            }
            before = sample;
        }
        return before;
    }
}
