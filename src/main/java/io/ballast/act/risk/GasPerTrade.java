package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/** Worst gas of one transaction. */
record GasPerTrade(Usd max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.GAS_EXCEEDS_MAX_PER_TRADE;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return !kind.withdraws();
    }

    @Override
    public LimitCheck check(Question question) {
        return LimitCheck.atMost(
                code(),
                question.transaction().worstGas().at(question.situation().coinPrice()),
                max);
    }
}
