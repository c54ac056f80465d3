package io.ballast.act.risk;

/** Nothing but revokes passes while trading is HALTED. */
record NotHalted() implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TRADING_HALTED;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return !kind.withdraws();
    }

    @Override
    public LimitCheck check(Question question) {
        RiskState state = question.state();
        return state.trading() == TradingState.HALTED
                ? LimitCheck.refuse(code(), "halted: " + state.reason())
                : LimitCheck.pass(code(), state.trading().name());
    }
}
