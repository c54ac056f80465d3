package io.ballast.act.risk;

import java.math.BigDecimal;
import java.time.Duration;

/** Time between the pinned block and the clock. A block from the future is as suspect as an old one. */
record BlockFreshness(Duration max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.BLOCK_STALE;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        Situation situation = question.situation();
        Duration age = Duration.between(situation.block().timestamp(), situation.now());
        return LimitCheck.atMost(code(), seconds(age.abs()), seconds(max), s -> s.toPlainString() + " s");
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
    }
}
