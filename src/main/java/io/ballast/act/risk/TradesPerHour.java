package io.ballast.act.risk;

import java.math.BigDecimal;

/** Swaps within an hour, this one included. */
record TradesPerHour(int max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TRADES_EXCEED_MAX_PER_HOUR;
    }

    @Override
    public LimitCheck check(Question question) {
        return LimitCheck.atMost(
                code(),
                BigDecimal.valueOf(question.trades(Question.HOUR)),
                BigDecimal.valueOf(max),
                BigDecimal::toPlainString);
    }
}
