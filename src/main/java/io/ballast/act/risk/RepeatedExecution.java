package io.ballast.act.risk;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * One leg of a decision is executed once, and the same swap not again and again: what a runaway loop would do. An intent that is
 * on its way may be judged again, with another fee.
 */
record RepeatedExecution(int max, Duration within) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.EXECUTION_REPEATED;
    }

    @Override
    public LimitCheck check(Question question) {
        ProposedTransaction transaction = question.transaction();
        String intent = transaction.intentId();
        for (Spend spend : question.state().spends()) {
            if (spend.settled() && spend.intentId().equals(intent)) {
                return LimitCheck.refuse(code(), intent + " is in a block already");
            }
        }
        Exchange own = question.exchange();
        long equal = question.swaps(within)
                .filter(spend -> spend.exchange().filter(own::repeats).isPresent())
                .count();
        LimitCheck check = LimitCheck.atMost(
                code(), BigDecimal.valueOf(equal + 1), BigDecimal.valueOf(max), BigDecimal::toPlainString);
        String figures = check.figures() + " equal swaps within " + within.toSeconds() + " s";
        return new LimitCheck(code(), check.passed(), figures, check.usedPercent());
    }
}
