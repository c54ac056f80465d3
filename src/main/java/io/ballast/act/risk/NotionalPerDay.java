package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/** Value sold within 24 hours, this transaction included. */
record NotionalPerDay(Usd max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY;
    }

    @Override
    public LimitCheck check(Question question) {
        return question.notional(Question.DAY)
                .map(notional -> LimitCheck.atMost(code(), notional, max))
                .orElseGet(() -> unpriced(question.transaction().tokenIn()));
    }
}
