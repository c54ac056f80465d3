package io.ballast.act.risk;

import java.math.BigDecimal;
import java.time.Duration;

/** The deadline lies ahead, and not too far. */
record DeadlineLimit(Duration max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.DEADLINE_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        Duration left = Duration.between(
                question.situation().block().timestamp(), question.transaction().deadline());
        return left.isPositive()
                ? LimitCheck.atMost(code(), seconds(left), seconds(max), s -> s + " s")
                : LimitCheck.refuse(code(), "passed " + left.abs().toSeconds() + " s before the block");
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds());
    }
}
