package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.action.Ceiling;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    private final Scene scene = new Scene();

    private Ceiling ceiling() {
        return new RiskGate(scene.limits()).ceiling(scene.situation(), scene.state);
    }

    @Test
    void leavesTheLimitsLessALittleBeforeTheFirstTrade() {
        assertThat(ceiling()).isEqualTo(new Ceiling(Usd.of(4_950), Usd.of(14_850), 6));
    }

    @Test
    void takesOffWhatWasTradedAndGivesItBackAfterItsTime() {
        scene.accept("d1.1.swap", "d1");

        assertThat(ceiling()).isEqualTo(new Ceiling(Usd.of(4_950), Usd.of(12_870), 5));
        scene.later(Duration.ofHours(1));
        assertThat(ceiling().trades()).isEqualTo(6);
        scene.later(Duration.ofHours(23));
        assertThat(ceiling().together()).isEqualTo(Usd.of(14_850));
    }

    @Test
    void theTightestOfTheLimitsOfADayCountsAndNothingIsLeftBelowZero() {
        scene.maxTurnover = new Bps(1_000);
        assertThat(ceiling().together()).isEqualTo(Usd.of(4_851));
        scene.accept("d1.1.swap", "d1");
        scene.maxPerDay = Usd.of(1_000);
        scene.maxTradesPerDay = 1;

        assertThat(ceiling()).isEqualTo(new Ceiling(Usd.of(4_950), Usd.ZERO, 0));
    }

    /** What is cut to the ceiling passes the gate. */
    @Test
    void whatItLeavesIsAllowed() {
        scene.maxPerDay = Usd.of(2_100);
        assertThat(scene.refusals()).isEmpty();
        assertThat(ceiling().together()).isEqualTo(Usd.of(2_079));
        scene.accept("d1.1.swap", "d1");

        assertThat(ceiling().together()).isEqualTo(Usd.of(99));
    }
}
