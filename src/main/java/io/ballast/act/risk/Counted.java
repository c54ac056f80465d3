package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.util.Optional;

/** How an accepted transaction is counted. */
final class Counted {
    private Counted() {}

    /** At its worst: all gas used at the highest price. */
    static Spend of(Question question) {
        ProposedTransaction transaction = question.transaction();
        Situation situation = question.situation();
        boolean swap = transaction.kind() == ProposedTransaction.Kind.SWAP;
        return new Spend(
                transaction.intentId(),
                transaction.decisionId(),
                situation.time(),
                swap ? question.notional().orElseThrow() : Usd.ZERO,
                transaction.worstGas().at(situation.coinPrice()),
                swap ? Optional.of(question.exchange()) : Optional.empty(),
                false);
    }
}
