package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;

/** The expected gain pays for the cost and some more; asked where the scorer states a gain, and not of what buys cash while reducing. */
record BenefitLimit(Bps min, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.BENEFIT_BELOW_MIN;
    }

    @Override
    public LimitCheck check(Question question) {
        if (question.state().trading() == TradingState.REDUCING && question.buys(cash)) {
            return LimitCheck.pass(code(), "not while reducing");
        }
        return question.transaction()
                .benefit()
                .map(this::check)
                .orElseGet(() -> LimitCheck.pass(code(), "no gain is stated"));
    }

    private LimitCheck check(Benefit benefit) {
        Usd due = benefit.cost().plus(min.of(benefit.cost()));
        boolean passed = benefit.gain().compareTo(due) >= 0;
        String figures = benefit.gain() + (passed ? " ≥ " : " < ") + due + " for a cost of " + benefit.cost();
        return new LimitCheck(
                code(),
                passed,
                figures,
                passed ? LimitCheck.percentUsed(due.value(), benefit.gain().value()) : 100);
    }
}
