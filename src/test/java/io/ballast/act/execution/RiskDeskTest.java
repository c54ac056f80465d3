package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.LimitCode;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.Situation;
import io.ballast.act.risk.Spend;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.market.L1Charge;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The gate with its memory: whatever changes is in the journal before anybody acts on it. */
class RiskDeskTest {
    private final Rig rig = new Rig();
    private RiskDesk desk = rig.risk;

    @Test
    void countsWhatItLetsThroughAndRemembersItOverARestart() {
        Assessment assessment = desk.judge(plans(), situation());

        assertThat(assessment.allowed()).isTrue();
        assertThat(desk.state().spends()).extracting(Spend::intentId).containsExactly(Rig.ID);
        assertThat(desk.lastChecks()).isEqualTo(assessment.checks());
        assertThat(rig.events(GateJudged.class)).containsExactly(new GateJudged(Rig.ID, assessment.checks()));
        assertThat(rig.events(RiskChanged.class).getLast()).isEqualTo(new RiskChanged(desk.state(), Rig.ID));
        rig.restart();
        assertThat(rig.risk.state()).isEqualTo(desk.state());
        assertThat(rig.risk.lastChecks()).isEmpty();
    }

    @Test
    void writesNothingWhereNothingChanges() {
        desk.release("d9.1.swap");
        desk.exited();
        assertThat(rig.events(RiskChanged.class)).isEmpty();
    }

    @Test
    void whatItRefusesForMoreStaysCountedAsItWas() {
        desk.judge(plans(), situation());
        RiskState counted = desk.state();

        Assessment again = desk.judgeAgain(swap().withMaxFee(Rig.gwei("101")), situation());

        assertThat(again.refusals()).extracting(LimitCheck::code).containsExactly(LimitCode.GAS_PRICE_EXCEEDS_MAX);
        assertThat(desk.state()).isEqualTo(counted);
        assertThat(desk.lastChecks()).isEqualTo(again.checks());
        assertThat(rig.events(GateJudged.class)).hasSize(2);
    }

    @Test
    void whatItAllowsForMoreIsCountedOnceAtItsNewWorst() {
        desk.judge(plans(), situation());
        Usd before = desk.state().spends().getFirst().gas();

        assertThat(desk.judgeAgain(swap().withMaxFee(Rig.gwei("6")), situation())
                        .allowed())
                .isTrue();
        assertThat(desk.state().spends())
                .singleElement()
                .satisfies(spend -> assertThat(spend.gas()).isEqualTo(before.plus(before)));
    }

    @Test
    void whatIsMinedCostsItsFeeAtThePriceLastSeen() {
        desk.judge(plans(), situation());
        desk.settle(Rig.ID, Wei.ofCoins(new BigDecimal("0.001")));

        assertThat(desk.state().spends())
                .singleElement()
                .satisfies(spend -> assertThat(spend.gas()).isEqualTo(Usd.of(new BigDecimal("3.333"))));
        assertThat(desk.state().watch().failures().count()).isZero();
    }

    @Test
    void aRevertAndADropAreFailuresAndAReleaseIsNone() {
        desk.judge(plans(), situation());
        desk.mined(Rig.ID, Wei.ZERO, false);
        assertThat(desk.state().watch().failures().count()).isEqualTo(1);
        assertThat(desk.state().watch().failures().last()).isEqualTo(situation().time());
        desk.drop(Rig.ID);
        assertThat(desk.state().watch().failures().count()).isEqualTo(2);
        assertThat(desk.state().spends()).isEmpty();
        rig.log.append(new IntentClosed(Rig.ID, IntentClosed.Status.DROPPED, "given up"));
        desk.judge(plans(), situation());
        desk.release(Rig.ID);
        assertThat(desk.state().watch().failures().count()).isEqualTo(2);
        assertThat(desk.state().spends()).isEmpty();
    }

    @Test
    void saysOnceThatALimitIsNearlyUsedUp() {
        ProposedTransaction dear = swap().withMaxFee(Rig.gwei("90"));
        desk.judge(new TransactionPlans(plans().planned(), dear), situation());

        assertThat(desk.takeWarnings())
                .extracting(LimitCheck::code)
                .contains(LimitCode.GAS_PRICE_EXCEEDS_MAX)
                .doesNotHaveDuplicates();
        assertThat(desk.takeWarnings()).isEmpty();
        desk.judgeAgain(dear, situation());
        assertThat(desk.takeWarnings()).as("still near").isEmpty();
    }

    @Test
    void aRefusalForMoreWarnsToo() {
        desk.judge(plans(), situation());
        desk.takeWarnings();
        desk.judgeAgain(swap().withMaxFee(Rig.gwei("90")), situation());
        assertThat(desk.takeWarnings()).extracting(LimitCheck::code).contains(LimitCode.GAS_PRICE_EXCEEDS_MAX);
    }

    @Test
    void knowsHowFarTheHighestBlockIsAhead() {
        desk.headSeen(201);
        desk.headSeen(150);
        assertThat(desk.judge(plans(), situation()).refusals())
                .extracting(LimitCheck::code)
                .containsExactly(LimitCode.BLOCKS_BEHIND);
    }

    @Test
    void everyBlockThatItLooksAtMayBeTheHighest() {
        BlockHeader later = new BlockHeader(FakeChain.block(201), PoolModel.GWEI, 15_000_000, 30_000_000);
        desk.observe(Situation.of(later.ref().timestamp(), Orders.observation(later), Rig.OFFER.tip()));
        assertThat(desk.judge(plans(), situation()).refusals())
                .extracting(LimitCheck::code)
                .contains(LimitCode.BLOCKS_BEHIND);
    }

    @Test
    void saysThatALossComesNearItsLimit() {
        // The account is worth 34,330 USD.
        rig.log.append(new RiskChanged(RiskState.INITIAL.resume(Usd.of(300_000)), "a person"));
        rig.restart();
        rig.risk.observe(situation());
        assertThat(rig.risk.takeWarnings())
                .extracting(LimitCheck::code)
                .containsExactly(LimitCode.DRAWDOWN_EXCEEDS_MAX);
        rig.risk.observe(situation());
        assertThat(rig.risk.takeWarnings()).isEmpty();
    }

    @Test
    void aBlockThatItLooksAtRaisesTheMark() {
        desk.observe(situation());
        assertThat(desk.state().highWaterMark()).isEqualTo(situation().nav());
        assertThat(rig.events(RiskChanged.class))
                .as("durable with the next entry that has to be")
                .isEmpty();
        rig.log.flush();
        assertThat(rig.events(RiskChanged.class).getLast().cause()).isEqualTo("block 100");
    }

    @Test
    void leavesTheNextDecisionWhatIsNotTradedYet() {
        assertThat(desk.ceiling(situation()).trades()).isEqualTo(100);
        desk.judge(plans(), situation());
        assertThat(desk.ceiling(situation()).trades()).isEqualTo(99);
    }

    @Test
    void aHaltIsSaidOnceAndLeftByAPersonOnly() {
        desk.halt("a leak");
        desk.halt("another");
        assertThat(rig.events(Halted.class)).containsExactly(new Halted("a leak"));
        assertThat(desk.state().reason()).isEqualTo("a leak");
        desk.reduce("a strategy asks");
        assertThat(desk.state().trading()).isEqualTo(TradingState.HALTED);
        desk.reduceByCommand("sold by hand");
        assertThat(desk.state().trading()).isEqualTo(TradingState.REDUCING);
        assertThat(rig.events(RiskChanged.class).getLast().cause()).isEqualTo("sold by hand");
        desk.resume("a person");
        assertThat(desk.state().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(rig.events(RiskChanged.class).getLast().cause()).isEqualTo("a person");
        desk.reduce("a strategy asks");
        assertThat(desk.state().trading()).isEqualTo(TradingState.REDUCING);
        assertThat(rig.events(Halted.class)).hasSize(1);
    }

    @Test
    void anExitThatIsOverHalts() {
        rig.log.append(new RiskChanged(RiskState.INITIAL.exit("lost too much"), "block 1"));
        rig.restart();
        rig.risk.exited();
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.events(Halted.class)).hasSize(1);
        assertThat(rig.events(RiskChanged.class).getLast().cause()).isEqualTo("nothing but cash is left");
    }

    @Test
    void theKillSwitchHaltsWhenItIsNextAsked() {
        desk = new RiskDesk(new RiskGate(Limits.LOOSE), rig.log, () -> Optional.of("by hand"));
        assertThat(desk.state().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(desk.judge(plans(), situation()).refusals())
                .extracting(LimitCheck::code)
                .containsExactly(LimitCode.TRADING_HALTED);
        assertThat(rig.events(Halted.class)).containsExactly(new Halted("by hand"));
    }

    private ProposedTransaction swap() {
        return plans().proposed();
    }

    private TransactionPlans plans() {
        return TransactionPlans.swap(
                Orders.order(rig.chain.head()), Orders.OWNER, new GasOffer(Rig.OFFER.max(), L1Charge.NONE));
    }

    private Situation situation() {
        return Situation.of(rig.chain.head().ref().timestamp(), Orders.observation(rig.chain.head()), Rig.OFFER.tip());
    }
}
