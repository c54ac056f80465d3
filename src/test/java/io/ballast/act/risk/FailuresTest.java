package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** F40: transactions that come to nothing, one after another. */
class FailuresTest {
    private final Scene scene = new Scene();

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            scene.accept("d" + i + ".1.swap", "d" + i);
            scene.state = i % 2 == 0
                    ? scene.state.drop(scene.intentId, scene.now)
                    : scene.state.revert(scene.intentId, Usd.of(1), scene.now);
        }
        scene.intentId = "next";
    }

    private RiskState look() {
        return new RiskGate(scene.limits()).observe(scene.situation(), scene.state);
    }

    @Test
    void asManyAsAllowedChangeNothing() {
        fail(3);

        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.check(LimitCode.FAILURES_EXCEED_MAX).figures()).isEqualTo("3 ≤ 3");
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void oneMoreHalts() {
        fail(4);

        assertThat(look().trading()).isEqualTo(TradingState.HALTED);
        assertThat(look().reason()).isEqualTo("FAILURES_EXCEED_MAX: 4 > 3 in a row");
        assertThat(scene.refusals()).containsExactly(LimitCode.TRADING_HALTED, LimitCode.FAILURES_EXCEED_MAX);
    }

    @Test
    void aSwapThatGoesThroughEndsTheRow() {
        fail(3);
        scene.accept("good", "d9");
        scene.state = scene.state.settle("good", Usd.of(1));

        assertThat(scene.state.watch().failures()).isEqualTo(Failures.NONE);
    }

    @Test
    void anApprovalThatGoesThroughDoesNot() {
        fail(2);
        scene.state = scene.assess(scene.approval()).next().settle("next.approve", Usd.of(1));

        assertThat(scene.state.watch().failures().count()).isEqualTo(2);
        assertThat(scene.state.settle("unknown", Usd.of(1)).watch().failures().count())
                .isEqualTo(2);
    }

    @Test
    void aPersonForgives() {
        fail(4);
        scene.state = look().resume();

        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void withAPauseItWaitsAfterEachFurtherFailure() {
        fail(4);
        scene.failurePause = Optional.of(Duration.ofMinutes(10));
        Instant last = scene.state.watch().failures().last();

        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.refusals()).containsExactly(LimitCode.FAILURES_EXCEED_MAX);
        scene.later(Duration.between(scene.block().timestamp(), last)
                .plusMinutes(10)
                .minusNanos(1));
        assertThat(scene.refusals()).containsExactly(LimitCode.FAILURES_EXCEED_MAX);
        scene.later(Duration.ofNanos(1));
        assertThat(scene.check(LimitCode.FAILURES_EXCEED_MAX).figures()).isEqualTo("4 > 3, the last 600 s ago or more");
        assertThat(scene.refusals()).isEmpty();
        scene.state = scene.state.drop("x", scene.now);
        assertThat(scene.refusals()).containsExactly(LimitCode.FAILURES_EXCEED_MAX);
    }

    @Test
    void aFailureCountsItsGasOrNothing() {
        scene.accept("a", "d1").accept("b", "d2");
        RiskState reverted = scene.state.revert("a", Usd.of(3), Scene.START);

        assertThat(reverted.spends()).extracting(Spend::gas).containsExactly(Usd.of(3), Usd.of(4));
        assertThat(reverted.drop("a", Scene.START.plusSeconds(1)).spends())
                .extracting(Spend::intentId)
                .containsExactly("b");
        assertThat(reverted.drop("a", Scene.START.plusSeconds(1)).watch().failures())
                .isEqualTo(new Failures(2, Scene.START.plusSeconds(1)));
    }

    @Test
    void rulesAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(-1, Optional.empty(), 0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(0, Optional.empty(), -1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(0, Optional.empty(), 0, Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(0, Optional.of(Duration.ofSeconds(-1)), 0, Duration.ZERO));
        assertThat(rules(0, Optional.of(Duration.ZERO), 0, Duration.ZERO).witnesses())
                .isEmpty();
    }

    private static StandingRules rules(int failures, Optional<Duration> pause, int behind, Duration depeg) {
        return new StandingRules(failures, pause, behind, depeg, Set.of(), false, new TreeMap<>(), Protections.NONE);
    }
}
