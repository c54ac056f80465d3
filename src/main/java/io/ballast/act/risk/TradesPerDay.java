package io.ballast.act.risk;

import java.math.BigDecimal;

/** Swaps within 24 hours, this one included. */
record TradesPerDay(int max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TRADES_EXCEED_MAX_PER_DAY;
    }

    @Override
    public LimitCheck check(Question question) {
        return LimitCheck.atMost(
                code(),
                BigDecimal.valueOf(question.trades(Question.DAY)),
                BigDecimal.valueOf(max),
                BigDecimal::toPlainString);
    }
}
