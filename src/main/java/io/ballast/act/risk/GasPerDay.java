package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/** Gas paid within 24 hours, at its worst where it is not known yet, this transaction included. */
record GasPerDay(Usd max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.GAS_EXCEEDS_MAX_PER_DAY;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return !kind.withdraws();
    }

    @Override
    public LimitCheck check(Question question) {
        Usd own = question.transaction().worstGas().at(question.situation().coinPrice());
        return LimitCheck.atMost(code(), own.plus(question.gas(Question.DAY)), max);
    }
}
