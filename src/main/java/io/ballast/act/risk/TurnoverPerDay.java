package io.ballast.act.risk;

import io.ballast.base.config.Turnover;
import io.ballast.base.units.Usd;

/** Value sold within 24 hours, this transaction included, over the invested value now. */
record TurnoverPerDay(Turnover max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY;
    }

    @Override
    public LimitCheck check(Question question) {
        Usd invested = question.situation().invested();
        if (!invested.isPositive()) {
            return LimitCheck.refuse(code(), "nothing is invested");
        }
        return question.notional(Question.DAY)
                .map(notional ->
                        LimitCheck.atMost(code(), notional.over(invested), max.fraction(), LimitCheck::percent))
                .orElseGet(() -> unpriced(question.transaction().tokenIn()));
    }
}
