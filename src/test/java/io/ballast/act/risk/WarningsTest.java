package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four fifths of a limit are said once. */
class WarningsTest {
    private final Scene scene = new Scene();

    @Test
    void fromFourFifthsOnALimitIsNear() {
        assertThat(check(true, 80).warns()).isTrue();
        assertThat(check(true, 79).warns()).isFalse();
        assertThat(check(false, 120).warns()).isFalse();
        assertThat(new LimitCheck(LimitCode.SLIPPAGE_EXCEEDS_MAX, true, "", 100).warns())
                .isFalse();
        assertThat(new LimitCheck(LimitCode.DEADLINE_EXCEEDS_MAX, true, "", 100).warns())
                .isFalse();
        assertThat(new LimitCheck(LimitCode.BENEFIT_BELOW_MIN, true, "", 100).warns())
                .isFalse();
    }

    private static LimitCheck check(boolean passed, int used) {
        return new LimitCheck(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY, passed, "", used);
    }

    @Test
    void aSwapThatBringsALimitNearItsEndSaysSoOnce() {
        scene.maxPerDay = Usd.of(5_000);
        assertThat(scene.assess().warnings()).isEmpty();
        scene.accept("a", "d1").intentId = "b";
        Assessment near = scene.assess();
        assertThat(near.warnings())
                .extracting(LimitCheck::toString)
                .containsExactly("NOTIONAL_EXCEEDS_MAX_PER_DAY: 4,000.00 USD ≤ 5,000.00 USD");
        assertThat(near.next().watch().warned()).containsExactly(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY);

        scene.state = near.next().release("b");
        assertThat(scene.assess().warnings()).isEmpty();
    }

    @Test
    void awayFromItAndNearAgainIsSaidAgain() {
        scene.maxPerTrade = Usd.of(2_000);
        scene.state = scene.assess().next().release("d1.1.swap");
        scene.maxPerTrade = Usd.of(9_000);
        scene.state = scene.assess().next().release("d1.1.swap");
        assertThat(scene.state.watch().warned()).isEmpty();
        scene.maxPerTrade = Usd.of(2_000);

        assertThat(scene.assess().warnings())
                .extracting(LimitCheck::code)
                .containsExactly(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE);
    }

    @Test
    void aRefusalWarnsToo() {
        scene.maxPerTrade = Usd.of(2_000);
        scene.maxImpact = Bps.ZERO;
        Assessment refused = scene.assess();

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.warnings()).hasSize(1);
        assertThat(refused.next().watch().warned()).containsExactly(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE);
    }

    @Test
    void whatIsNoSwapNeitherWarnsNorForgets() {
        scene.maxPerTrade = Usd.of(2_000);
        assertThat(scene.assess(scene.approval()).warnings()).isEmpty();
        scene.state = scene.assess().next();

        assertThat(scene.assess(scene.revoke()).next().watch().warned())
                .containsExactly(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE);
    }

    @Test
    void otherLimitsAreLeftAsTheyAre() {
        RiskState state =
                Warnings.of(List.of(check(true, 90)), RiskState.INITIAL).next();
        LimitCheck other = new LimitCheck(LimitCode.GAS_EXCEEDS_MAX_PER_DAY, true, "", 0);

        assertThat(Warnings.of(List.of(other), state).next()).isEqualTo(state);
        assertThat(Warnings.of(List.of(check(false, 110)), state).next())
                .as("beyond it is not away from it")
                .isEqualTo(state);
        assertThat(Warnings.of(List.of(check(true, 79)), state).next().watch().warned())
                .isEmpty();
    }
}
