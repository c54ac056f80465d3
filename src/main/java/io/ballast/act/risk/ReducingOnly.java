package io.ballast.act.risk;

import io.ballast.base.units.Token;

/** While trading is REDUCING only what buys cash passes: swaps into it and the approvals they need. */
record ReducingOnly(Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TRADING_STATE_REDUCING;
    }

    @Override
    public LimitCheck check(Question question) {
        RiskState state = question.state();
        Token bought = question.transaction().tokenOut();
        return state.trading() == TradingState.REDUCING && !bought.equals(cash)
                ? LimitCheck.refuse(code(), "buys " + bought + " while reducing: " + state.reason())
                : LimitCheck.pass(code(), state.trading().name());
    }
}
