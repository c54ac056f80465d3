package io.ballast.act.risk;

import java.math.BigDecimal;

/** Heights between the block decided on and the highest one ever seen: a node that lags, or a chain that was rolled back. */
record BlocksBehind(int max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.BLOCKS_BEHIND;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        Situation situation = question.situation();
        long behind = situation.head() - situation.block().number();
        return LimitCheck.atMost(
                code(),
                BigDecimal.valueOf(behind),
                BigDecimal.valueOf(max),
                count -> count.toPlainString() + " blocks");
    }
}
