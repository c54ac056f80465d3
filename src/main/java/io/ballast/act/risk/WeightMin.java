package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.util.List;

/**
 * No token is sold below its lowest weight; one that lies below may be bought, however little that is. While reducing, cash may
 * be bought for all of it.
 */
record WeightMin(List<WeightBound> bounds, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.WEIGHT_BELOW_MIN;
    }

    @Override
    public LimitCheck check(Question question) {
        Token sold = question.transaction().tokenIn();
        if (question.state().trading() == TradingState.REDUCING && question.buys(cash)) {
            return LimitCheck.pass(code(), "not while reducing");
        }
        return WeightAfter.bound(bounds, sold)
                .map(bound -> new WeightAfter(question)
                        .sold()
                        .map(weight -> check(bound, weight))
                        .orElseGet(() -> LimitCheck.refuse(code(), "the weight of " + sold + " is unknown")))
                .orElseGet(() -> LimitCheck.refuse(code(), sold + " has no bounds"));
    }

    private LimitCheck check(WeightBound bound, BigDecimal weight) {
        BigDecimal least = bound.min().fraction();
        boolean passed = weight.compareTo(least) >= 0;
        String figures = bound.token() + " " + LimitCheck.percentDown(weight) + (passed ? " ≥ " : " < ")
                + LimitCheck.percent(least);
        return new LimitCheck(code(), passed, figures, LimitCheck.percentUsed(least, weight));
    }
}
