package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.risk.Situation;
import io.ballast.act.risk.Spend;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.Observation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process that is gone left behind: plans without a signature, and allowances. */
class LeftoversTest {
    private static final SpendingRight RIGHT = SpendingRight.ofToken(Orders.USDC, Orders.ROUTER);
    private final Rig rig = new Rig();
    private final GapFiller executor = new GapFiller(rig.chain);

    @Test
    void aPlanThatWasNeverSignedIsDroppedAndCountsNothing() {
        rig.plan();
        rig.risk.judge(
                TransactionPlans.swap(
                                Orders.order(rig.chain.head()),
                                Orders.OWNER,
                                new GasOffer(Rig.OFFER.max(), L1Charge.NONE))
                        .proposed(),
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

    @Test
    void everyAllowanceThatStandsIsTakenBack() {
        Observation seen = Orders.observation(
                rig.chain.head(),
                List.of(
                        new Allowance(RIGHT, Orders.PAID, Instant.MAX),
                        new Allowance(
                                SpendingRight.ofToken(Orders.WETH, Orders.ROUTER),
                                TokenAmount.zero(Orders.WETH),
                                Instant.MAX)));

        List<IntentOutcome> ends = rig.recovery().revokeAllowances(executor, seen);

        assertThat(executor.revokes).containsExactly("recovery-100");
        assertThat(ends)
                .singleElement()
                .satisfies(end -> assertThat(end.filled()).isTrue());
    }

    @Test
    void whereNothingStandsNothingIsTakenBack() {
        assertThat(rig.recovery().revokeAllowances(executor, Orders.observation(rig.chain.head())))
                .isEmpty();
        assertThat(executor.revokes).isEmpty();
    }
}
