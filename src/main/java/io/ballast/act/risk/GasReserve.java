package io.ballast.act.risk;

import io.ballast.base.units.Wei;
import java.math.BigDecimal;

/** Coins left after the worst gas. The reserve is there to pay for revokes, so a revoke may use it up. */
record GasReserve(Wei reserve) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.GAS_RESERVE_TOO_LOW;
    }

    @Override
    public boolean bindsRevokes() {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        ProposedTransaction transaction = question.transaction();
        BigDecimal due = transaction.isRevoke() ? BigDecimal.ZERO : reserve.coins();
        BigDecimal left = question.situation()
                .coins()
                .coins()
                .subtract(transaction.worstGas().coins());
        boolean passed = left.compareTo(due) >= 0;
        String figures = words(left) + (passed ? " ≥ " : " < ") + words(due);
        return new LimitCheck(code(), passed, figures, LimitCheck.percentUsed(due, left));
    }

    private static String words(BigDecimal coins) {
        return coins.signum() == 0 ? "0 coins" : coins.stripTrailingZeros().toPlainString() + " coins";
    }
}
