package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.ROUTER;
import static io.ballast.act.execution.Orders.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.L1Charge;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the journal plans and what the gate judges are the same transaction. */
class TransactionPlansTest {
    private static final Address PERMIT2 = new Address("0x" + "dd".repeat(20));
    private static final SpendingRight BY_TOKEN = SpendingRight.ofToken(USDC, ROUTER);
    private static final SpendingRight BY_PERMIT2 = new SpendingRight(USDC, PERMIT2, ROUTER);
    private static final GasOffer OFFER = new GasOffer(Rig.OFFER.max(), new L1Charge(Wei.of(50), 1_000));

    private final BlockHeader pinned = new FakeChain().header();
    private final SwapOrder order = Orders.order(pinned);

    @Test
    void aSwapStatesItsOrder() {
        TransactionPlans plans = TransactionPlans.swap(order, OWNER, OFFER);
        ProposedTransaction proposed = plans.proposed();
        assertThat(proposed.kind()).isEqualTo(Kind.SWAP);
        assertThat(proposed.spender()).isEqualTo(ROUTER);
        assertThat(proposed.recipient()).isEqualTo(OWNER);
        assertThat(proposed.quotedOut()).isEqualTo(Orders.QUOTED);
        assertThat(proposed.minOut()).isEqualTo(order.minOut());
        assertThat(proposed.deadline()).isEqualTo(order.deadline());
        assertThat(proposed.gasLimit()).as("twice 130,000, 60,000 and the data").isEqualTo(322_000);
        assertThat(proposed.l1Fee()).isEqualTo(Wei.of(100));

        IntentPlanned planned = plans.planned();
        assertSame(planned, proposed);
        assertThat(planned.leg()).isEqualTo(1);
        assertThat(planned.data()).isEqualTo(order.data(OWNER));
        assertThat(planned.route()).isEqualTo(order.quote().route()).isNotEmpty();
        assertThat(planned.pools()).isEqualTo(order.quote().pools()).isNotEmpty();
        assertThat(planned.quotedOut()).isEqualTo(Orders.QUOTED);
        assertThat(planned.minOut()).isEqualTo(order.minOut());
        assertThat(plans.value()).isEqualTo(Wei.ZERO);
    }

    @Test
    void anApprovalIsOfTheOrdersAmountAndForNoLongerThanItLives() {
        TransactionPlans plans = TransactionPlans.approval(
                TransactionPlans.approvalName(order, BY_TOKEN), order, BY_TOKEN, OWNER, OFFER);
        assertThat(plans.proposed().intentId()).isEqualTo("d000001.1.approve");
        assertThat(plans.proposed().target()).isEqualTo(USDC.address());
        assertThat(plans.proposed().spender()).isEqualTo(ROUTER);
        assertThat(plans.proposed().gasLimit()).isEqualTo(102_000);
        assertThat(plans.planned().data()).isEqualTo(BY_TOKEN.grant(Orders.PAID, order.deadline()));
        assertThat(plans.planned().quotedOut()).isEqualTo(TokenAmount.zero(Orders.WETH));
        assertThat(plans.planned().minOut()).isEqualTo(TokenAmount.zero(Orders.WETH));
        assertThat(plans.planned().pools()).isEmpty();
        assertSame(plans.planned(), plans.proposed());
    }

    @Test
    void permit2IsToldByAnotherName() {
        TransactionPlans plans = TransactionPlans.approval(
                TransactionPlans.approvalName(order, BY_PERMIT2), order, BY_PERMIT2, OWNER, OFFER);
        assertThat(plans.proposed().intentId()).isEqualTo("d000001.1.permit");
        assertThat(plans.proposed().target()).isEqualTo(PERMIT2);
        assertThat(plans.planned().data()).isEqualTo(BY_PERMIT2.grant(Orders.PAID, order.deadline()));
    }

    @Test
    void aRevokeNamesItsSpenderAndIsOfNothing() {
        TransactionPlans plans = TransactionPlans.revoke("d7", BY_PERMIT2, OWNER, pinned, OFFER);
        assertThat(plans.proposed().intentId()).isEqualTo("d7.USDC.revoke-bbbbbb-100");
        assertThat(plans.proposed().isRevoke()).isTrue();
        assertThat(plans.proposed().amountIn().isZero()).isTrue();
        assertThat(plans.proposed().target()).isEqualTo(PERMIT2);
        assertThat(plans.proposed().spender()).isEqualTo(ROUTER);
        assertThat(plans.proposed().deadline())
                .isEqualTo(pinned.ref().timestamp().plus(Duration.ofMinutes(10)));
        assertThat(plans.proposed().gasLimit()).isEqualTo(102_000);
        assertThat(plans.planned().data())
                .isEqualTo(BY_PERMIT2.grant(
                        TokenAmount.zero(USDC), plans.proposed().deadline()));
        assertThat(plans.planned().leg()).isZero();
        assertSame(plans.planned(), plans.proposed());
    }

    private void assertSame(IntentPlanned planned, ProposedTransaction proposed) {
        assertThat(planned.intentId()).isEqualTo(proposed.intentId());
        assertThat(planned.decisionId()).isEqualTo(proposed.decisionId());
        assertThat(planned.kind()).isEqualTo(proposed.kind());
        assertThat(planned.amountIn()).isEqualTo(proposed.amountIn());
        assertThat(planned.tokenOut()).isEqualTo(proposed.tokenOut());
        assertThat(planned.target()).isEqualTo(proposed.target());
        assertThat(planned.spender()).isEqualTo(proposed.spender());
        assertThat(planned.deadline()).isEqualTo(proposed.deadline());
        assertThat(planned.pinned()).isEqualTo(pinned.ref());
    }
}
