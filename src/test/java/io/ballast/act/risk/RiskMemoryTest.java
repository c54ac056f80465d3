package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the gate remembers, and for how long. */
class RiskMemoryTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Scene scene = new Scene();

    @Test
    void anAcceptedSwapIsCounted() {
        scene.accept("d1.1.swap", "d1");

        assertThat(scene.state.spends())
                .containsExactly(new Spend(
                        "d1.1.swap",
                        "d1",
                        scene.block().timestamp(),
                        Usd.of(2_000),
                        Usd.of(4),
                        Optional.of(new Exchange(scene.amountIn, scene.quotedOut)),
                        false));
    }

    @Test
    void theDayIsRollingToTheNanosecond() {
        scene.maxPerDay = Usd.of(3_999);
        scene.accept("d1.1.swap", "d1");
        scene.intentId = "d2.1.swap";

        scene.later(DAY.minusNanos(1));
        assertThat(scene.refusals()).containsExactly(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY);
        scene.later(Duration.ofNanos(1));
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void theHourIsRolling() {
        scene.maxPerHour = 2;
        scene.accept("a", "d1").later(Duration.ofMinutes(30)).accept("b", "d1");
        scene.intentId = "c";

        scene.later(Duration.ofMinutes(29));
        assertThat(scene.check(LimitCode.TRADES_EXCEED_MAX_PER_HOUR).figures()).isEqualTo("3 > 2");
        scene.later(Duration.ofMinutes(1));
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void legsAddUp() {
        scene.maxPerDay = Usd.of(5_999);
        scene.accept("d1.1.swap", "d1").accept("d1.2.swap", "d1");
        scene.intentId = "d1.3.swap";

        assertThat(scene.check(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY))
                .hasToString("NOTIONAL_EXCEEDS_MAX_PER_DAY: 6,000.00 USD > 5,999.00 USD");
    }

    @Test
    void askingAgainForOneIntentCountsItOnce() {
        scene.maxPerDay = Usd.of(2_000);
        scene.accept("d1.1.swap", "d1").accept("d1.1.swap", "d1");

        assertThat(scene.state.spends()).hasSize(1);
    }

    @Test
    void anApprovalCountsItsGasOnly() {
        Assessment assessment = scene.assess(scene.approval());

        assertThat(assessment.next().spends()).singleElement().satisfies(spend -> {
            assertThat(spend.notional()).isEqualTo(Usd.ZERO);
            assertThat(spend.gas()).isEqualTo(Usd.of(new BigDecimal("1.2")));
            assertThat(spend.swap()).isFalse();
        });
    }

    @Test
    void aRevokesGasIsCountedThoughItIsNotLimited() {
        scene.maxGasPerDay = Usd.of(5);
        scene.state = scene.assess(scene.revoke()).next();

        assertThat(scene.refusals()).containsExactly(LimitCode.GAS_EXCEEDS_MAX_PER_DAY);
        scene.intentId = "other";
        assertThat(scene.refusals(scene.revoke())).isEmpty();
    }

    @Test
    void theRealFeeTakesThePlaceOfTheWorst() {
        scene.maxGasPerDay = Usd.of(7);
        scene.accept("a", "d1").intentId = "b";
        assertThat(scene.refusals()).containsExactly(LimitCode.GAS_EXCEEDS_MAX_PER_DAY);

        scene.state = scene.state.settle("a", Usd.of(3));
        assertThat(scene.refusals()).isEmpty();
        assertThat(scene.state.spends()).extracting(Spend::notional).containsExactly(Usd.of(2_000));
    }

    @Test
    void whatCanNeverHappenIsNotCounted() {
        scene.accept("a", "d1").accept("b", "d1");

        assertThat(scene.state.release("a").spends())
                .extracting(Spend::intentId)
                .containsExactly("b");
        assertThat(scene.state.release("unknown")).isEqualTo(scene.state);
    }

    @Test
    void theCooldownIsBetweenDecisionsNotBetweenLegs() {
        scene.cooldown = Duration.ofHours(2);
        scene.accept("d1.1.swap", "d1").accept("d1.2.swap", "d1");
        scene.decisionId = "d2";
        scene.intentId = "d2.1.swap";

        scene.later(Duration.ofHours(2).minusSeconds(1));
        assertThat(scene.check(LimitCode.COOLDOWN_ACTIVE).figures()).isEqualTo("last trade 7199 s ago < 7200 s");
        assertThat(scene.refusals(scene.approval())).containsExactly(LimitCode.COOLDOWN_ACTIVE);
        assertThat(scene.refusals(scene.revoke())).isEmpty();
        scene.later(Duration.ofSeconds(1));
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void anApprovalAloneStartsNoCooldown() {
        scene.cooldown = Duration.ofHours(2);
        scene.state = scene.assess(scene.approval()).next();
        scene.decisionId = "d2";

        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void aCooldownLongerThanADayIsRemembered() {
        scene.cooldown = Duration.ofDays(3);
        scene.accept("d1.1.swap", "d1").decisionId = "d2";
        scene.intentId = "d2.1.swap";
        scene.later(Duration.ofDays(2));
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);

        assertThat(scene.refusals()).containsExactly(LimitCode.COOLDOWN_ACTIVE);
    }

    @Test
    void aForcedReductionDoesNotWait() {
        scene.cooldown = Duration.ofHours(2);
        scene.accept("d1.1.swap", "d1").decisionId = "d2";
        scene.intentId = "d2.1.swap";
        scene.state = scene.state.reduce("by hand");

        assertThat(scene.refusals()).isEmpty();
        assertThat(scene.refusals(scene.approval())).isEmpty();
    }

    @Test
    void neitherAClockThatJumpsNorANodeThatLiesMakesItForget() {
        scene.accept("a", "d1");
        RiskGate gate = new RiskGate(scene.limits());
        Scene jumped = new Scene();
        jumped.now = Scene.START.plus(Duration.ofDays(2));
        jumped.blockAge = Duration.ofDays(2);
        Scene lied = new Scene();
        lied.blockAge = Duration.ofDays(-2);

        assertThat(gate.observe(jumped.situation(), scene.state).spends()).hasSize(1);
        assertThat(gate.observe(lied.situation(), scene.state).spends()).hasSize(1);
        assertThat(gate.observe(scene.later(Duration.ofDays(2)).situation(), scene.state)
                        .spends())
                .isEmpty();
    }

    @Test
    void aClockThatGoesBackKeepsWhatWasSpent() {
        scene.maxPerDay = Usd.of(2_000);
        scene.accept("a", "d1").later(Duration.ofHours(-1)).intentId = "b";

        assertThat(scene.refusals()).containsExactly(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY);
    }

    @Test
    void theHighWaterMarkOnlyRises() {
        RiskState state = see(see(see(RiskState.INITIAL, 50_000), 51_000), 49_000);

        assertThat(state.highWaterMark()).isEqualTo(Usd.of(51_000));
    }

    @Test
    void aStalePriceNeitherRaisesTheMarkNorHalts() {
        RiskState before = see(RiskState.INITIAL, 50_000);
        scene.wethStale = true;

        assertThat(see(before, 90_000)).isEqualTo(before);
        assertThat(see(before, 1)).isEqualTo(before);
    }

    @Test
    void aHaltStaysUntilAPersonEndsIt() {
        RiskState halted = see(see(RiskState.INITIAL, 50_000), 40_000);
        assertThat(halted.trading()).isEqualTo(TradingState.HALTED);
        assertThat(see(halted, 60_000).trading()).isEqualTo(TradingState.HALTED);
        assertThat(halted.reduce("weaker")).isEqualTo(halted);
        assertThat(halted.halt("later reason").reason()).isEqualTo(halted.reason());

        RiskState resumed = halted.resume(Usd.of(40_000));
        assertThat(see(resumed, 39_000).trading()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void aResumedAgentRemembersWhatItSpent() {
        scene.accept("a", "d1");

        assertThat(scene.state.halt("x").resume(Usd.of(1)).spends()).isEqualTo(scene.state.spends());
    }

    @Test
    void lossIsCountedAgainstTheSampleOfADayAgo() {
        RiskState state = see(RiskState.INITIAL, 50_000);
        scene.later(Duration.ofHours(12));
        state = see(state, 49_500);
        scene.later(Duration.ofHours(11));
        assertThat(loss(state, 48_400)).isEqualTo("3.20% > 3.00% (feeds 3.20%, exit 3.20%)");
        scene.later(Duration.ofHours(13));
        assertThat(loss(state, 48_400)).isEqualTo("2.23% ≤ 3.00% (feeds 2.23%, exit 2.23%)");
    }

    @Test
    void afterTooGreatALossOnlyCashIsBought() {
        scene.state = see(RiskState.INITIAL, 50_000);
        scene.nav = Usd.of(48_000);
        assertThat(scene.refusals()).isEmpty();
        assertThat(scene.check(LimitCode.DAILY_LOSS_EXCEEDS_MAX).figures())
                .isEqualTo("4.00% > 3.00% (feeds 4.00%, exit 4.00%), but buys USDC");
        assertThat(scene.buying().refusals()).containsExactly(LimitCode.DAILY_LOSS_EXCEEDS_MAX);
    }

    @Test
    void samplesStayFew() {
        RiskState state = RiskState.INITIAL;
        for (int block = 0; block < 2 * 1_440; block++) {
            state = see(state, 50_000);
            scene.later(Duration.ofMinutes(1));
        }

        assertThat(state.samples()).hasSizeBetween(144, 146);
        Instant dayAgo = scene.block().timestamp().minus(DAY);
        assertThat(state.samples().get(0).at()).isBetween(dayAgo.minus(Duration.ofMinutes(11)), dayAgo);
    }

    @Test
    void reasonAndStateBelongTogether() {
        assertThatIllegalArgumentException().isThrownBy(() -> RiskState.INITIAL.halt(""));
    }

    private RiskState see(RiskState state, long nav) {
        scene.nav = Usd.of(nav);
        return new RiskGate(scene.limits()).observe(scene.situation(), state);
    }

    private String loss(RiskState state, long nav) {
        scene.nav = Usd.of(nav);
        scene.state = state;
        return scene.check(LimitCode.DAILY_LOSS_EXCEEDS_MAX, scene.buying().swap())
                .figures();
    }
}
