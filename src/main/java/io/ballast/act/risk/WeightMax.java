package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.util.List;

/**
 * No token is bought above its highest weight; one that lies above may be sold, however much is left. Cash is the way out, so
 * it has no highest weight here.
 */
record WeightMax(List<WeightBound> bounds, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.WEIGHT_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        Token bought = question.transaction().tokenOut();
        if (question.buys(cash)) {
            return LimitCheck.pass(code(), "buys " + cash);
        }
        return WeightAfter.bound(bounds, bought)
                .map(bound -> new WeightAfter(question)
                        .bought()
                        .map(weight -> check(bound, weight))
                        .orElseGet(() -> LimitCheck.refuse(code(), "the weight of " + bought + " is unknown")))
                .orElseGet(() -> LimitCheck.refuse(code(), bought + " has no bounds"));
    }

    private LimitCheck check(WeightBound bound, BigDecimal weight) {
        LimitCheck check = LimitCheck.atMost(code(), weight, bound.max().fraction(), LimitCheck::percent);
        return new LimitCheck(code(), check.passed(), bound.token() + " " + check.figures(), check.usedPercent());
    }
}
