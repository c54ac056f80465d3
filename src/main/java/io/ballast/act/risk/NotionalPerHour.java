package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/** Value sold within an hour, this transaction included. */
record NotionalPerHour(Usd max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.NOTIONAL_EXCEEDS_MAX_PER_HOUR;
    }

    @Override
    public LimitCheck check(Question question) {
        return question.notional(Question.HOUR)
                .map(notional -> LimitCheck.atMost(code(), notional, max))
                .orElseGet(() -> unpriced(question.transaction().tokenIn()));
    }
}
