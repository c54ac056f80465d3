package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.ROUTER;
import static io.ballast.act.execution.Orders.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.SpenderBanned;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.Observation;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F51: a router that does not consume what it was allowed to take. */
class AllowanceGuardTest {
    private static final SpendingRight RIGHT = SpendingRight.ofToken(USDC, ROUTER);
    private final Ground ground = new Ground();
    private final List<String> revoked = new ArrayList<>();
    private final AllowanceGuard guard = new AllowanceGuard(new Revoking(), ground.risk, ground.log);
    private final SwapOrder order = Orders.order(ground.header());

    @Test
    void doesNothingWhenAllWasConsumed() {
        ground.allowances.add(Allowance.none(RIGHT));
        assertThat(guard.afterTrade(order).revoked()).isEmpty();
        assertThat(ground.log.state().custody().banned()).isEmpty();
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void revokesBansAndHaltsWhenOneUnitIsLeft() {
        ground.allowances.add(new Allowance(RIGHT, new TokenAmount(USDC, BigInteger.ONE), Instant.MAX));
        assertThat(guard.afterTrade(order).revoked()).hasSize(1);
        assertThat(revoked).containsExactly(order.decisionId());
        assertThat(ground.events(SpenderBanned.class))
                .extracting(SpenderBanned::spender)
                .containsExactly(ROUTER);
        assertThat(ground.log.state().custody().banned()).containsExactly(ROUTER);
        assertThat(new Logbook(ground.journal).state().custody().banned())
                .as("after a restart")
                .containsExactly(ROUTER);
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void haltsEvenIfTheRevokeGetsNoAnswer() {
        ground.allowances.add(new Allowance(RIGHT, new TokenAmount(USDC, BigInteger.ONE), Instant.MAX));
        AllowanceGuard silent = new AllowanceGuard(
                new Revoking() {
                    @Override
                    public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
                        throw new IllegalStateException("no answer");
                    }
                },
                ground.risk,
                ground.log);
        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(() -> silent.afterTrade(order));
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.HALTED);
        assertThat(ground.log.state().custody().banned()).containsExactly(ROUTER);
    }

    @Test
    void takesBackEverythingAtRest() {
        ground.allowances.add(Allowance.none(SpendingRight.ofToken(USDC, Ground.SAVINGS)));
        ground.allowances.add(new Allowance(RIGHT, new TokenAmount(USDC, BigInteger.TEN), Instant.MAX));
        assertThat(guard.atRest("shutdown").revoked()).hasSize(1);
        assertThat(revoked).containsExactly("shutdown");
        assertThat(ground.risk.state().trading())
                .as("a crash is no reason to halt")
                .isEqualTo(TradingState.ACTIVE);
    }

    private class Revoking implements Executor {
        @Override
        public Observation observe() {
            return ground.seen();
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            return ground.seen();
        }

        @Override
        public boolean needsApproval(SwapOrder order, Observation seen) {
            throw new AssertionError("no test asks this");
        }

        @Override
        public IntentOutcome approve(SwapOrder order, Observation seen) {
            throw new AssertionError("no test asks this");
        }

        @Override
        public IntentOutcome swap(SwapOrder order, Observation seen) {
            throw new AssertionError("no test asks this");
        }

        @Override
        public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
            revoked.add(decisionId);
            return new IntentOutcome.Dropped(decisionId, "only written down");
        }
    }
}
