package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Usd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every transition there is, and what an exit to cash adds. */
class TradingStateTest {
    @ParameterizedTest
    @CsvSource({
        "ACTIVE,   HALT,   HALTED",
        "ACTIVE,   REDUCE, REDUCING",
        "ACTIVE,   EXIT,   REDUCING",
        "ACTIVE,   EXITED, ACTIVE",
        "ACTIVE,   RESUME, ACTIVE",
        "REDUCING, HALT,   HALTED",
        "REDUCING, REDUCE, REDUCING",
        "REDUCING, EXIT,   REDUCING",
        "REDUCING, EXITED, HALTED",
        "REDUCING, RESUME, ACTIVE",
        "HALTED,   HALT,   HALTED",
        "HALTED,   REDUCE, HALTED",
        "HALTED,   EXIT,   HALTED",
        "HALTED,   EXITED, HALTED",
        "HALTED,   RESUME, ACTIVE",
        "ACTIVE,   SELL,   REDUCING",
        "REDUCING, SELL,   REDUCING",
        "HALTED,   SELL,   REDUCING",
    })
    void goesWhereTheTableSays(TradingState from, Trigger trigger, TradingState to) {
        assertThat(from.on(trigger)).isEqualTo(to);
    }

    @Test
    void theTableIsComplete() {
        assertThat(TradingState.values().length * Trigger.values().length).isEqualTo(18);
    }

    @Test
    void nothingButAPersonLoosens() {
        for (TradingState from : TradingState.values()) {
            for (Trigger trigger : Trigger.values()) {
                if (trigger != Trigger.RESUME && trigger != Trigger.SELL) {
                    assertThat(from.on(trigger)).as("%s on %s", from, trigger).isGreaterThanOrEqualTo(from);
                }
            }
        }
    }

    @Test
    void anExitEndsInAHaltThatSaysWhy() {
        RiskState exiting = RiskState.INITIAL.exit("lost 12%");
        assertThat(exiting.trading()).isEqualTo(TradingState.REDUCING);
        assertThat(exiting.watch().exiting()).isTrue();
        assertThat(exiting.reason()).isEqualTo("lost 12%");

        RiskState out = exiting.exited();
        assertThat(out.trading()).isEqualTo(TradingState.HALTED);
        assertThat(out.watch().exiting()).isFalse();
        assertThat(out.reason()).isEqualTo("out of everything but cash: lost 12%");
    }

    @Test
    void aReductionByHandBecomesAnExitAndKeepsItsReason() {
        RiskState exiting = RiskState.INITIAL.reduce("by hand").exit("lost 12%");

        assertThat(exiting.watch().exiting()).isTrue();
        assertThat(exiting.reason()).isEqualTo("by hand");
        assertThat(exiting.reduce("again")).isEqualTo(exiting);
    }

    @Test
    void withoutAnExitNothingIsOver() {
        RiskState reducing = RiskState.INITIAL.reduce("by hand");
        assertThat(reducing.exited()).isEqualTo(reducing);
        assertThat(RiskState.INITIAL.exited()).isEqualTo(RiskState.INITIAL);
    }

    @Test
    void aHaltEndsAnExitAndIsNotLoosenedByOne() {
        RiskState halted = RiskState.INITIAL.exit("lost").halt("changed code");
        assertThat(halted.trading()).isEqualTo(TradingState.HALTED);
        assertThat(halted.watch().exiting()).isFalse();
        assertThat(halted.reason()).isEqualTo("changed code");
        assertThat(halted.exit("lost more")).isEqualTo(halted);
    }

    @Test
    void aPersonEndsAnExit() {
        RiskState resumed = RiskState.INITIAL.exit("lost").resume();

        assertThat(resumed.trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(resumed.reason()).isEmpty();
        assertThat(resumed.watch().exiting()).isFalse();
    }

    @Test
    void aPersonMaySellFromAHalt() {
        RiskState selling = RiskState.INITIAL.halt("lost").reduceByCommand("close-all");
        assertThat(selling.trading()).isEqualTo(TradingState.REDUCING);
        assertThat(selling.reason()).isEqualTo("close-all");
        assertThat(RiskState.INITIAL
                        .exit("lost")
                        .reduceByCommand("close-all")
                        .watch()
                        .exiting())
                .isFalse();
    }

    @Test
    void anExitIsReducing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskState(
                        TradingState.HALTED, "x", Usd.ZERO, List.of(), List.of(), Watch.NONE.exiting(true)))
                .withMessageContaining("an exit to cash is REDUCING");
    }
}
