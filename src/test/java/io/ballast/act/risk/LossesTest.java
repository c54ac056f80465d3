package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** F59 and its kin: when a loss only refuses, when it stops trading, and how. */
class LossesTest {
    private final Scene scene = new Scene();

    /** One look at both values. */
    private RiskState look(long nav, long exit) {
        scene.nav = Usd.of(nav);
        scene.exit = feeds -> Optional.of(Usd.of(exit));
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);
        return scene.state;
    }

    private TradingState after(Duration time, long nav, long exit) {
        scene.later(time);
        return look(nav, exit).trading();
    }

    @Test
    void oneValueAloneRefusesPurchasesButHaltsNothing() {
        look(50_000, 49_900);

        assertThat(after(Duration.ofMinutes(1), 50_000, 40_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.buying().refusals())
                .containsExactly(LimitCode.DAILY_LOSS_EXCEEDS_MAX, LimitCode.DRAWDOWN_EXCEEDS_MAX);
        assertThat(after(Duration.ofMinutes(1), 40_000, 49_900)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.check(LimitCode.DRAWDOWN_EXCEEDS_MAX).figures())
                .isEqualTo("20.00% ≥ 12.00% (feeds 20.00%, exit 0.00%)");
        assertThat(after(Duration.ofMinutes(1), 50_000, 49_900)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void bothValuesTogetherHaltAtOnceWhereNothingMustLast() {
        look(50_000, 49_900);

        assertThat(after(Duration.ofMinutes(1), 44_000, 43_912)).isEqualTo(TradingState.HALTED);
        assertThat(scene.state.reason()).isEqualTo("DRAWDOWN_EXCEEDS_MAX: 12.00% ≥ 12.00% (feeds 12.00%, exit 12.00%)");
    }

    @Test
    void aWhollyUnchangedValueIsNoLossEvenWhereNoneIsAllowed() {
        scene.maxDrawdown = Bps.ZERO;
        scene.maxDailyLoss = Bps.ZERO;
        look(50_000, 49_900);

        assertThat(after(Duration.ofMinutes(1), 50_000, 49_900)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.buying().refusals()).isEmpty();
        assertThat(after(Duration.ofMinutes(1), 49_999, 49_899)).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aLossMustLastToTheNanosecond() {
        scene.lossMustLast = Duration.ofMinutes(2);
        look(50_000, 49_900);

        assertThat(after(Duration.ofMinutes(1), 40_000, 40_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(after(Duration.ofMinutes(2).minusNanos(1), 40_000, 40_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.buying().refusals()).contains(LimitCode.DRAWDOWN_EXCEEDS_MAX);
        assertThat(after(Duration.ofNanos(1), 40_000, 40_000)).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aLossThatPassesBeginsAnew() {
        scene.lossMustLast = Duration.ofMinutes(2);
        look(50_000, 49_900);
        after(Duration.ofMinutes(1), 40_000, 40_000);
        after(Duration.ofMinutes(1), 50_000, 40_000);
        assertThat(scene.state.watch().breaches()).isEmpty();

        assertThat(after(Duration.ofMinutes(1), 40_000, 40_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(after(Duration.ofMinutes(1), 40_000, 40_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(after(Duration.ofMinutes(1), 40_000, 40_000)).isEqualTo(TradingState.HALTED);
    }

    @Test
    void whatIsUnknownNeitherHealsNorCounts() {
        scene.lossMustLast = Duration.ofMinutes(3);
        look(50_000, 49_900);
        after(Duration.ofMinutes(1), 40_000, 40_000);
        RiskState broken = scene.state;
        scene.later(Duration.ofMinutes(9)).exit = feeds -> Optional.empty();
        scene.nav = Usd.of(50_000);
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);

        assertThat(scene.state).isEqualTo(broken);
        assertThat(scene.buying().refusals())
                .containsExactly(LimitCode.DAILY_LOSS_EXCEEDS_MAX, LimitCode.DRAWDOWN_EXCEEDS_MAX);
        assertThat(scene.check(LimitCode.DRAWDOWN_EXCEEDS_MAX).figures()).isEqualTo("the exit value is unknown");
        assertThat(after(Duration.ZERO, 40_000, 40_000)).isEqualTo(TradingState.HALTED);
    }

    @Test
    void theExitValueHasAHighWaterMarkOfItsOwn() {
        look(50_000, 49_000);
        look(49_000, 49_500);

        assertThat(scene.state.highWaterMark()).isEqualTo(Usd.of(50_000));
        assertThat(scene.state.watch().exitMark()).isEqualTo(Usd.of(49_500));
    }

    @Test
    void aLossOfADayRefusesHaltsOrSellsOut() {
        look(50_000, 50_000);
        assertThat(after(Duration.ofMinutes(1), 48_000, 48_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.state.watch().breaches())
                .extracting(Breach::code)
                .containsExactly(LimitCode.DAILY_LOSS_EXCEEDS_MAX);

        scene.dailyLossAction = LossAction.EXIT_TO_CASH;
        assertThat(look(48_000, 48_000).watch().exiting()).isTrue();
        assertThat(scene.state.reason()).startsWith("DAILY_LOSS_EXCEEDS_MAX: 4.00% > 3.00%");
        scene.dailyLossAction = LossAction.HALT;
        assertThat(look(48_000, 48_000).trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void reachingTheLossOfADayIsNotEnough() {
        scene.dailyLossAction = LossAction.HALT;
        look(50_000, 50_000);

        assertThat(after(Duration.ofMinutes(1), 48_500, 48_500)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.buying().refusals()).isEmpty();
        assertThat(after(Duration.ofMinutes(1), 48_499, 48_500)).isEqualTo(TradingState.ACTIVE);
        assertThat(after(Duration.ofMinutes(1), 48_499, 48_499)).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aDrawdownMaySellOutAndThenOnlyCashIsBought() {
        scene.drawdownAction = LossAction.EXIT_TO_CASH;
        look(50_000, 50_000);
        assertThat(after(Duration.ofMinutes(1), 40_000, 40_000)).isEqualTo(TradingState.REDUCING);

        assertThat(scene.refusals()).isEmpty();
        assertThat(scene.buying().refusals())
                .containsExactly(
                        LimitCode.TRADING_STATE_REDUCING,
                        LimitCode.DAILY_LOSS_EXCEEDS_MAX,
                        LimitCode.DRAWDOWN_EXCEEDS_MAX);
        assertThat(after(Duration.ofDays(2), 60_000, 60_000)).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void aPersonAcceptsTheLoss() {
        look(50_000, 50_000);
        after(Duration.ofMinutes(1), 40_000, 40_000);
        scene.state = scene.state.resume();

        assertThat(after(Duration.ofMinutes(1), 40_000, 39_900)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.state.highWaterMark()).isEqualTo(Usd.of(40_000));
        assertThat(scene.state.watch().exitMark()).isEqualTo(Usd.of(39_900));
        assertThat(scene.buying().refusals()).isEmpty();
    }

    @Test
    void resumingAtAValueCountsFromThereAndForgivesEverything() {
        scene.lossMustLast = Duration.ofHours(1);
        look(50_000, 50_000);
        after(Duration.ofMinutes(1), 40_000, 40_000);
        RiskState resumed = scene.state.drop("a", Scene.START).halt("x").resume(Usd.of(41_000));

        assertThat(resumed.highWaterMark()).isEqualTo(Usd.of(41_000));
        assertThat(resumed.watch())
                .isEqualTo(Watch.NONE
                        .marked(Usd.of(41_000))
                        .pinned(scene.state.watch().codes()));
        assertThat(resumed.samples()).isEmpty();
    }

    @Test
    void aLostPegHaltsOnlyIfItLasts() {
        scene.depegMustLast = Duration.ofMinutes(30);
        look(50_000, 50_000);
        scene.usdcPrice = Usd.of(new BigDecimal("0.9899"));

        assertThat(after(Duration.ofMinutes(1), 50_000, 50_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.refusals()).contains(LimitCode.DEPEG_EXCEEDS_MAX);
        assertThat(after(Duration.ofMinutes(29), 50_000, 50_000)).isEqualTo(TradingState.ACTIVE);
        assertThat(after(Duration.ofMinutes(1), 50_000, 50_000)).isEqualTo(TradingState.HALTED);
        assertThat(scene.state.reason()).isEqualTo("DEPEG_EXCEEDS_MAX: USDC 101.00 bps > 100.00 bps");
    }

    @Test
    void aPegThatComesBackStartsTheTimeAnew() {
        scene.depegMustLast = Duration.ofMinutes(30);
        scene.usdcPrice = Usd.of(new BigDecimal("1.02"));
        look(50_000, 50_000);
        scene.usdcPrice = Usd.of(1);
        after(Duration.ofMinutes(20), 50_000, 50_000);
        scene.usdcPrice = Usd.of(new BigDecimal("1.02"));

        assertThat(after(Duration.ofMinutes(20), 50_000, 50_000)).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void noLossLastsANegativeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LossRule(Bps.ZERO, Duration.ofSeconds(-1), LossAction.HALT))
                .withMessageContaining("a loss cannot last");
    }

    @Test
    void nearnessIsSaidOnceForEachCrossing() {
        look(50_000, 50_000);
        RiskGate gate = new RiskGate(scene.limits());
        scene.nav = Usd.of(48_800);
        scene.exit = feeds -> Optional.of(Usd.of(49_000));
        Sighting near = gate.look(scene.situation(), scene.state);
        assertThat(near.warnings())
                .extracting(LimitCheck::toString)
                .containsExactly("DAILY_LOSS_EXCEEDS_MAX: 2.40% ≤ 3.00% (feeds 2.40%, exit 2.00%)");
        assertThat(gate.look(scene.situation(), near.next()).warnings()).isEmpty();

        scene.nav = Usd.of(50_000);
        RiskState healed = gate.look(scene.situation(), near.next()).next();
        assertThat(healed.watch().warned()).isEmpty();
        scene.nav = Usd.of(48_800);
        assertThat(gate.look(scene.situation(), healed).warnings()).hasSize(1);
    }
}
