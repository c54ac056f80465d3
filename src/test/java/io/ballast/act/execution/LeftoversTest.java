package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.risk.Situation;
import io.ballast.act.risk.Spend;
import io.ballast.sense.market.L1Charge;
import org.junit.jupiter.api.Test;

/** What a process that is gone left behind: plans without a signature. */
class LeftoversTest {
    private final Rig rig = new Rig();

    @Test
    void aPlanThatWasNeverSignedIsDroppedAndCountsNothing() {
        rig.risk.judge(
                TransactionPlans.swap(
                        Orders.order(rig.chain.head()), Orders.OWNER, new GasOffer(Rig.OFFER.max(), L1Charge.NONE)),
                Situation.of(
                        rig.chain.head().ref().timestamp(), Orders.observation(rig.chain.head()), Rig.OFFER.tip()));
        rig.restart();
        assertThat(rig.risk.state().spends()).extracting(Spend::intentId).containsExactly(Rig.ID);

        rig.recovery().closeOpenIntents();

        assertThat(rig.risk.state().spends()).isEmpty();
        assertThat(rig.risk.state().watch().failures().count()).isZero();
        assertThat(rig.events(IntentClosed.class))
                .containsExactly(
                        new IntentClosed(Rig.ID, IntentClosed.Status.DROPPED, "not signed before the restart"));
        assertThat(rig.chain.sent).isEmpty();
    }
}
