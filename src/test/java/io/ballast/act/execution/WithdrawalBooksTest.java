package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.web3j.Event;
import io.ballast.sense.market.L1Charge;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own withdrawals redeem units, at the value of one unit just before; the account is worth 7,000 USD. */
class WithdrawalBooksTest {
    private final Ground ground = new Ground();
    private final Reconciler reconciler = ground.reconciler(1, FlowRules.CAREFUL);
    private final Settlement settlement = new Settlement(ground, OWNER, ground.log, ground.risk);

    @BeforeEach
    void open() {
        reconciler.open(ground.seen());
    }

    @Test
    void tokensTakenOutRedeemUnits() {
        takeATenthOut();

        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(booked()).singleElement().satisfies(flow -> {
            assertThat(flow.kind()).isEqualTo(Flow.Kind.WITHDRAWAL);
            assertThat(flow.amount()).isEqualTo(BigInteger.valueOf(-700_000_000L));
            assertThat(flow.coins()).isZero();
        });
        assertThat(ground.log.state().custody().units().units()).isEqualByComparingTo("0.9");
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void coinsTakenOutRedeemUnitsToo() {
        Wei half = Wei.ofCoins(new BigDecimal("0.35"));
        withdraw(Movement.withdrawCoins("w", half, WETH, Ground.SAVINGS), tx -> List.of());
        ground.block(0, 0, half.value().negate().longValueExact());

        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(booked()).singleElement().satisfies(flow -> {
            assertThat(flow.kind()).isEqualTo(Flow.Kind.WITHDRAWAL);
            assertThat(flow.amount()).isZero();
            assertThat(flow.coins()).isEqualTo(half.value().negate());
        });
        assertThat(ground.log.state().custody().units().units()).isEqualByComparingTo("0.9");
    }

    @Test
    void haltsWhenMoreLeavesThanWasToBeWithdrawn() {
        TokenAmount some = TokenAmount.of(USDC, BigDecimal.ONE);
        withdraw(
                Movement.withdraw("w", some, Ground.SAVINGS),
                tx -> List.of(Orders.transfer(USDC, OWNER, Ground.SAVINGS, BigInteger.valueOf(1_000_001), tx, 0)));
        assertThat(ground.risk.state().reason()).startsWith("w paid 1.000001 USDC");
    }

    @Test
    void aWithdrawalIsRedeemedOnce() {
        takeATenthOut();
        reconciler.check(ground.seen());
        ground.block(0, 0, 0);
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(ground.events(FlowsBooked.class)).hasSize(1);
    }

    @Test
    void anUnwrapRedeemsNothing() {
        TokenAmount some = new TokenAmount(WETH, BigInteger.valueOf(400));
        LogEntry[] told =
                withdraw(Movement.unwrap("t", some, OWNER), tx -> List.of(FlowReaderTest.wrap(Event.UNWRAP, 400, tx)));
        // A stranger's dust makes it look for reasons; the receipt of our own unwrap is none of them.
        ground.block(1, -400, 400, told[0], ground.transfer(USDC, Ground.STRANGER, OWNER, 1));
        ground.silentReceipts = 1;
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(booked()).extracting(Flow::kind).containsExactly(Flow.Kind.QUARANTINED);
        assertThat(ground.log.state().custody().units().units()).isEqualByComparingTo("1");
    }

    private void takeATenthOut() {
        TokenAmount tenth = TokenAmount.of(USDC, new BigDecimal("700"));
        LogEntry[] sent = withdraw(
                Movement.withdraw("w", tenth, Ground.SAVINGS),
                tx -> List.of(Orders.transfer(USDC, OWNER, Ground.SAVINGS, tenth.raw(), tx, 0)));
        ground.block(-700_000_000L, 0, 0, sent);
    }

    private List<Flow> booked() {
        return ground.events(FlowsBooked.class).getLast().flows();
    }

    /** Signed, mined for nothing and settled; its logs. */
    private LogEntry[] withdraw(Movement movement, Function<Hash32, List<LogEntry>> logs) {
        TransactionPlans plans =
                TransactionPlans.move(movement, ground.header(), new GasOffer(Rig.OFFER.max(), L1Charge.NONE));
        ground.log.append(plans.planned());
        new Signatory(31_337, new PoolModel(), ground.log).first(movement.id(), 0, Rig.call(plans.planned()));
        Hash32 hash = ground.log
                .state()
                .intent(movement.id())
                .orElseThrow()
                .attempts()
                .getLast()
                .txHash();
        Receipt receipt = new Receipt(
                hash, true, 101, FakeChain.block(101).hash(), 0, 21_000, Wei.ZERO, Wei.ZERO, logs.apply(hash));
        settlement.book(plans.planned(), receipt);
        assertThat(settlement
                        .settle(plans.planned(), new Submission.Mined(receipt))
                        .filled())
                .isTrue();
        return receipt.logs().toArray(LogEntry[]::new);
    }
}
