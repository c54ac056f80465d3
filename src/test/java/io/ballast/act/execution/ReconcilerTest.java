package io.ballast.act.execution;

import static io.ballast.act.execution.Ground.SAVINGS;
import static io.ballast.act.execution.Ground.STRANGER;
import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.Reconciled;
import io.ballast.act.risk.TradingState;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final FlowRules RULES = new FlowRules(Set.of(SAVINGS), true);
    private final Ground ground = new Ground();

    private Reconciler opened(int confirmations) {
        Reconciler reconciler = ground.reconciler(confirmations, RULES);
        reconciler.open(ground.seen());
        return reconciler;
    }

    @Test
    void booksADepositFromTheConfirmationDepthOnly() {
        Reconciler reconciler = opened(3);
        ground.block(500, 0, 0, ground.transfer(USDC, SAVINGS, OWNER, 500));
        ground.block(0, 0, 0);
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(ground.events(FlowsBooked.class)).isEmpty();

        ground.block(0, 0, 0);
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(kinds()).containsExactly(Flow.Kind.DEPOSIT);
        assertThat(ground.events(FlowsBooked.class).getFirst().block().number()).isEqualTo(101);
    }

    @Test
    void booksNothingOfANodeThatHasComeToServeAnotherChain() {
        Reconciler reconciler = opened(1);
        ground.served = 1;
        assertThatThrownBy(() -> reconciler.check(ground.seen()))
                .isInstanceOf(ChainException.class)
                .hasMessageContaining("serves chain 1 now, expected 31337");
        assertThat(ground.events(FlowsBooked.class)).isEmpty();
    }

    @Test
    void showsTheAgentNothingThatIsNotDeepEnough() {
        opened(3);
        ground.block(500, 0, 7, ground.transfer(USDC, SAVINGS, OWNER, 500));
        Observation all = ground.seen();
        Observation own = new OwnView(new Standing(all), ground.log).observe();
        assertThat(own.account().balances().getFirst().raw()).isEqualTo(Ground.whole(1_000, 6));
        assertThat(own.account().coins().value()).isEqualTo(Ground.whole(1, 18));
    }

    @Test
    void bookedUnitsFollowADepositAndNotDust() {
        Reconciler reconciler = opened(1);
        long grand = Ground.whole(500, 6).longValueExact();
        ground.block(grand, 0, 0, ground.transfer(USDC, SAVINGS, OWNER, grand));
        reconciler.check(ground.seen());
        // 1,000 USDC, 2 WETH and 1 coin are worth 7,000 USD
        assertThat(ground.log.state().custody().units().units()).isEqualByComparingTo("1.071428571428571429");
        ground.block(1, 0, 0, ground.transfer(USDC, STRANGER, OWNER, 1));
        reconciler.check(ground.seen());
        assertThat(ground.log.state().custody().units().units()).isEqualByComparingTo("1.071428571428571429");
        assertThat(ground.log.state().books().orElseThrow().apart(USDC).raw()).isEqualTo(1);
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void neverBooksAnOutflowByItself() {
        Reconciler reconciler = opened(1);
        ground.block(-500, 0, 0, ground.transfer(USDC, OWNER, STRANGER, 500));
        assertThat(reconciler.check(ground.seen())).isFalse();
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.HALTED);
        ground.block(0, 0, 0);
        assertThat(reconciler.check(ground.seen()))
                .as("nor later, as something else")
                .isFalse();
        assertThat(ground.events(FlowsBooked.class)).isEmpty();

        reconciler.accept(reconciler.look(ground.seen()), ground.seen(), false);
        assertThat(kinds()).containsExactly(Flow.Kind.WRITTEN_OFF);
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(ground.log.state().custody().units().units())
                .as("a loss is a loss")
                .isEqualByComparingTo("1");
    }

    @Test
    void booksARebaseAsAnAdjustmentWithoutGainOrLoss() {
        Reconciler reconciler = opened(1);
        long percent = Ground.whole(10, 6).longValueExact();
        ground.block(percent, 0, 0);
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(kinds()).containsExactly(Flow.Kind.ADJUSTMENT);
        // 7,010 USD in so many units are 7,000 USD a unit
        assertThat(ground.log.state().custody().units().units()).isEqualByComparingTo("1.001428571428571429");
    }

    @Test
    void releasesWhatWasKeptApartOnAPersonsWord() {
        Reconciler reconciler = opened(1);
        ground.block(900, 0, 13, ground.transfer(USDC, STRANGER, OWNER, 900));
        reconciler.check(ground.seen());
        reconciler.release(ground.seen());
        assertThat(kinds())
                .containsExactly(Flow.Kind.QUARANTINED, Flow.Kind.QUARANTINED, Flow.Kind.RELEASED, Flow.Kind.RELEASED);
        assertThat(ground.log.state().books().orElseThrow().balance(USDC).raw())
                .isEqualTo(Ground.whole(1_000, 6).add(BigInteger.valueOf(900)));
        assertThat(reconciler.check(ground.seen())).isTrue();
    }

    @Test
    void oneTokenThatCannotBeReadDoesNotStopTheOthers() {
        Reconciler reconciler = opened(1);
        ground.unreadable.add(WETH);
        ground.block(5, 0, 0, ground.transfer(USDC, SAVINGS, OWNER, 5));
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(kinds()).containsExactly(Flow.Kind.DEPOSIT);
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void haltsWhenTheBlockOfTheBooksIsGone() {
        Reconciler reconciler = opened(1);
        ground.fork(100);
        ground.block(5, 0, 0, ground.transfer(USDC, SAVINGS, OWNER, 5));
        reconciler.check(ground.seen());
        assertThat(ground.risk.state().reason()).contains("reorganised away");
        assertThat(ground.events(FlowsBooked.class)).isEmpty();
    }

    @Test
    void letsAPersonTakeTheChainOverThoughTheBlockOfTheBooksIsGone() {
        Reconciler reconciler = opened(1);
        ground.fork(100);
        ground.block(5, 0, 0, ground.transfer(USDC, SAVINGS, OWNER, 5));
        reconciler.check(ground.seen());
        reconciler.accept(reconciler.look(ground.seen()), ground.seen(), false);
        assertThat(kinds()).containsExactly(Flow.Kind.ADJUSTMENT);
        assertThat(reconciler.check(ground.seen())).isTrue();
    }

    @Test
    void comparesNothingWithANodeThatLags() {
        Reconciler reconciler = opened(1);
        ground.block(0, 0, 0);
        reconciler.check(ground.seen());
        int before = ground.events(Reconciled.class).size();
        ground.height--;
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(ground.events(Reconciled.class)).hasSize(before);
    }

    @Test
    void isDueOnceInSoManyBlocks() {
        Reconciler reconciler = opened(1);
        for (int i = 0; i < 9; i++) {
            ground.block(0, 0, 0);
        }
        assertThat(reconciler.due(ground.seen(), 10)).isFalse();
        ground.block(0, 0, 0);
        assertThat(reconciler.due(ground.seen(), 10)).isTrue();
        reconciler.check(ground.seen());
        assertThat(reconciler.due(ground.seen(), 10)).isFalse();
    }

    @Test
    void onPaperAnyDifferenceHalts() {
        Reconciler paper = new Reconciler(ground.log, ground.risk);
        paper.open(ground.seen());
        ground.block(1, 0, 0);
        assertThat(paper.check(ground.seen())).isFalse();
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void saysInWordsWhatDiffers() {
        Reconciler reconciler = opened(1);
        ground.block(-500, 0, 0, ground.transfer(USDC, OWNER, STRANGER, 500));
        Comparison found = reconciler.look(ground.seen());
        assertThat(found.equal()).isFalse();
        assertThat(found.lines())
                .anyMatch(line -> line.startsWith("DIFFERS USDC: books 1000.000000, chain 999.999500"))
                .anyMatch(line -> line.startsWith("NOT explained: written off -0.0005 USDC to " + STRANGER));
        assertThat(ground.events(Reconciled.class)).isEmpty();
    }

    private record Standing(Observation seen) implements MarketSource {
        @Override
        public Observation observe() {
            return seen;
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            return seen;
        }
    }

    private List<Flow.Kind> kinds() {
        return ground.events(FlowsBooked.class).stream()
                .flatMap(booked -> booked.flows().stream())
                .map(Flow::kind)
                .toList();
    }
}
