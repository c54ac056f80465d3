package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ballast.act.execution.simulated.PaperBooks;
import io.ballast.act.execution.simulated.SimulatedExecutor;
import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.Reconciled;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.risk.Spend;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fills on paper: the same gate, the same journal, no chain. The books hold 5,000 USDC, 1 WETH and 10 coins. */
class PaperTest {
    private final Rig rig = new Rig();
    private final BlockHeader head = rig.chain.head();
    private final SimulatedExecutor executor = new SimulatedExecutor(
            new Source(),
            Orders.observation(head).account(),
            rig.risk,
            rig.log,
            new GasPolicy(Rig.gwei("1")),
            () -> head.ref().timestamp());

    @BeforeEach
    void startOnPaper() {
        rig.log.append(new SessionStarted(
                "paper", 31_337, Orders.OWNER, "test", Hash32.ZERO, Map.of(), Optional.empty(), "", "", Hash32.ZERO));
    }

    @Test
    void seesTheRealMarketAndTheAccountOfTheBooks() {
        Observation seen = executor.observe();
        assertThat(seen.market().block()).isEqualTo(head.ref());
        assertThat(seen.account().balances())
                .containsExactly(
                        TokenAmount.of(Orders.USDC, new BigDecimal("5000")),
                        TokenAmount.of(Orders.WETH, BigDecimal.ONE));
        assertThat(seen.account().coins()).isEqualTo(Wei.ofCoins(BigDecimal.TEN));
        assertThat(seen.account().allowances()).isNotEmpty().allMatch(Allowance::isZero);
        assertThat(executor.observeAt(head)).isEqualTo(seen);
    }

    @Test
    void beforeTheBooksAreOpenItSeesWhatItIsToldToStartWith() {
        Ground ground = new Ground();
        SimulatedExecutor fresh = new SimulatedExecutor(
                new Source(),
                ground.seen().account(),
                ground.risk,
                ground.log,
                new GasPolicy(Rig.gwei("1")),
                () -> head.ref().timestamp());
        assertThat(fresh.observe().account()).isEqualTo(ground.seen().account());
        PaperBooks books = new PaperBooks(new Reconciler(ground.log, ground.risk));
        books.open(ground.seen());
        assertThat(ground.events(BooksOpened.class)).hasSize(1);
        assertThat(books.before(ground.seen())).isEqualTo(ground.seen());
        books.check(ground.seen());
        assertThat(ground.events(Reconciled.class)).hasSize(1);
        assertThat(books.remarks()).isEmpty();
    }

    @Test
    void fillsExactlyWhatWasQuotedForTheExpectedGas() {
        SwapOrder order = Orders.order(head);
        IntentOutcome end = executor.swap(order, executor.observe());

        assertThat(end).isInstanceOfSatisfying(IntentOutcome.Filled.class, filled -> {
            assertThat(filled.paid()).isEqualTo(Orders.PAID);
            assertThat(filled.received()).isEqualTo(Orders.QUOTED);
            assertThat(filled.receipt().gasUsed()).isEqualTo(130_000);
            assertThat(filled.receipt().effectiveGasPrice()).isEqualTo(Rig.gwei("2"));
            assertThat(filled.receipt().blockNumber()).isEqualTo(100);
        });
        assertThat(rig.events(IntentMined.class)).singleElement().satisfies(mined -> {
            assertThat(mined.amountIn()).isEqualTo(Orders.PAID);
            assertThat(mined.amountOut()).isEqualTo(Orders.QUOTED);
        });
        assertThat(rig.events(IntentClosed.class)).containsExactly(new IntentClosed(Rig.ID, Status.FILLED, "on paper"));
        assertThat(executor.observe().account().balances())
                .containsExactly(
                        TokenAmount.of(Orders.USDC, new BigDecimal("4000")),
                        TokenAmount.of(Orders.WETH, new BigDecimal("1.3")));
        assertThat(rig.risk.state().spends())
                .singleElement()
                .satisfies(spend -> assertThat(spend.gas()).isEqualTo(Usd.of(new BigDecimal("0.86658"))));
    }

    @Test
    void fillsNothingThatTheGateRefuses() {
        rig.risk.halt("by hand");
        IntentOutcome end = executor.swap(Orders.order(head), executor.observe());
        assertThat(end).isInstanceOf(IntentOutcome.Refused.class);
        assertThat(rig.events(IntentMined.class)).isEmpty();
        assertThat(rig.events(IntentClosed.class).getLast().status()).isEqualTo(Status.REFUSED);
        assertThat(rig.risk.state().spends()).extracting(Spend::intentId).isEmpty();
    }

    @Test
    void needsNoApprovalAndHasNothingToRevoke() {
        SwapOrder order = Orders.order(head);
        Observation seen = executor.observe();
        SpendingRight right = SpendingRight.ofToken(Orders.USDC, Orders.ROUTER);
        assertThat(executor.needsApproval(order, seen)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> executor.approve(order, seen));
        assertThatIllegalStateException().isThrownBy(() -> executor.revoke("d1", right, seen));
    }

    private final class Source implements MarketSource {
        @Override
        public Observation observe() {
            return observeAt(head);
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            return Orders.observation(header);
        }
    }
}
