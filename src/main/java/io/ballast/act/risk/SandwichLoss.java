package io.ballast.act.risk;

import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;

/** Value that a sandwich can take at the worst: what the transaction states, and not less than quote less minimum. */
record SandwichLoss(Usd max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.SANDWICH_LOSS_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        ProposedTransaction transaction = question.transaction();
        TokenAmount quoted = transaction.quotedOut();
        TokenAmount slack = quoted.compareTo(transaction.minOut()) > 0
                ? quoted.minus(transaction.minOut())
                : TokenAmount.zero(quoted.token());
        TokenAmount stated = transaction.sandwichLoss();
        return question.situation()
                .value(stated.compareTo(slack) > 0 ? stated : slack)
                .map(loss -> LimitCheck.atMost(code(), loss, max))
                .orElseGet(() -> unpriced(transaction.tokenOut()));
    }
}
