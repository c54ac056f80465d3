package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/** Value of what one swap sells, or one approval allows. */
record NotionalPerTrade(Usd max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE;
    }

    @Override
    public LimitCheck check(Question question) {
        return question.notional()
                .map(notional -> LimitCheck.atMost(code(), notional, max))
                .orElseGet(() -> unpriced(question.transaction().tokenIn()));
    }
}
