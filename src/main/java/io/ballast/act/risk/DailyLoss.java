package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * NAV now against NAV 24 hours ago, or against the oldest one known if that is younger. Once too much is lost, only what buys
 * cash passes, until the loss is a day old.
 */
record DailyLoss(Bps max, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.DAILY_LOSS_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        BigDecimal loss = loss(question.state().samples(), question.situation());
        LimitCheck check = LimitCheck.atMost(code(), loss, max.fraction(), LimitCheck::percent);
        return !check.passed() && question.transaction().tokenOut().equals(cash)
                ? new LimitCheck(code(), true, check.figures() + ", but buys " + cash, check.usedPercent())
                : check;
    }

    private static BigDecimal loss(List<NavSample> samples, Situation situation) {
        Instant dayAgo = situation.time().minus(Question.DAY);
        Usd before = samples.stream()
                .filter(sample -> !sample.at().isAfter(dayAgo))
                .reduce((older, newer) -> newer)
                .or(() -> samples.stream().findFirst())
                .map(NavSample::nav)
                .orElse(situation.nav());
        return before.isPositive() ? before.minus(situation.nav()).over(before).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }
}
