package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {
    // Every lawful step; what is not here is refused.
    private static final String LAW = """
            PLANNED    SIGN          SIGNED
            PLANNED    CANCEL        SIGNED
            PLANNED    REFUSE        REFUSED
            PLANNED    DROP          DROPPED
            SIGNED     SEND          BROADCAST
            SIGNED     CANCEL        CANCELLING
            SIGNED     MINE          MINED
            SIGNED     LOSE          LOST
            SIGNED     REFUSE        REFUSED
            BROADCAST  SEND          BROADCAST
            BROADCAST  REPLACE       REPLACED
            BROADCAST  CANCEL        CANCELLING
            BROADCAST  MINE          MINED
            BROADCAST  LOSE          LOST
            BROADCAST  REFUSE        REFUSED
            REPLACED   SEND          REPLACED
            REPLACED   REPLACE       REPLACED
            REPLACED   CANCEL        CANCELLING
            REPLACED   MINE          MINED
            REPLACED   LOSE          LOST
            CANCELLING SEND          CANCELLING
            CANCELLING CANCEL        CANCELLING
            CANCELLING MINE          MINED
            CANCELLING LOSE          LOST
            MINED      UNMINE        BROADCAST
            MINED      FILL          FINAL
            MINED      REVERT        REVERTED
            MINED      FINISH_CANCEL CANCELLED
            """;

    @Test
    void allowsTheseStepsAndNoOthers() {
        Map<String, String> law = new HashMap<>();
        LAW.lines().map(line -> line.split(" +")).forEach(step -> law.put(step[0] + " " + step[1], step[2]));
        for (Phase from : Phase.values()) {
            for (Happening happening : Happening.values()) {
                assertThat(Lifecycle.next(from, happening).map(Enum::name))
                        .as(from + " " + happening)
                        .isEqualTo(Optional.ofNullable(law.get(from + " " + happening)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void leadsNowhereFromAnEnd(Phase phase) {
        assertThat(Arrays.stream(Happening.values())
                        .allMatch(happening -> Lifecycle.next(phase, happening).isEmpty()))
                .isEqualTo(phase.isEnd());
    }

    @ParameterizedTest
    @CsvSource({
        "FILLED, FILL",
        "REVERTED, REVERT",
        "CANCELLED, FINISH_CANCEL",
        "LOST, LOSE",
        "REFUSED, REFUSE",
        "DROPPED, DROP"
    })
    void readsEachEndFromTheJournal(IntentClosed.Status status, Happening happening) {
        Rig rig = new Rig();
        rig.plan();
        assertThat(Happening.of(
                        new IntentClosed(Rig.ID, status, ""),
                        rig.log.state().intent(Rig.ID).orElseThrow()))
                .contains(happening);
    }
}
