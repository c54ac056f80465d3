package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.control.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeredCycleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory;

    private final MemoryJournal journal = new MemoryJournal(() -> NOW);
    private final List<TradingState> decidedIn = new ArrayList<>();
    private RiskDesk risk;
    private ControlDesk desk;
    private SteeredCycle cycle;

    @BeforeEach
    void build() {
        RiskGate gate =
                new RiskGate(new ConfigSandbox(directory).load().settings().limits());
        risk = new RiskDesk(gate, new Logbook(journal));
        KillSwitch killSwitch = KillSwitch.of(directory.resolve("journal.db"), () -> NOW);
        desk = new ControlDesk(killSwitch, () -> NOW, "live", Duration.ofHours(1));
        cycle = new SteeredCycle(
                () -> {
                    decidedIn.add(risk.state().trading());
                    return Optional.empty();
                },
                Optional::empty,
                risk,
                desk,
                () -> NOW);
    }

    @Test
    void aWishToResumeIsGrantedOnceAndBeforeTheDecision() {
        risk.halt("a test");
        cycle.run();
        desk.askToResume("by the owner");
        cycle.run();
        risk.halt("again");
        cycle.run();
        assertThat(decidedIn).containsExactly(TradingState.HALTED, TradingState.ACTIVE, TradingState.HALTED);
        assertThat(causes()).contains("resumed by the owner");
    }

    @Test
    void aWishChangesNothingWhereNothingIsHalted() {
        desk.askToResume("by the owner");
        cycle.run();
        assertThat(causes()).isEmpty();
    }

    @Test
    void aHaltAfterTheWishVoidsIt() {
        risk.halt("a test");
        desk.askToResume("by the owner");
        desk.halt("no, wait");
        cycle.run();
        assertThat(decidedIn).containsExactly(TradingState.HALTED);
    }

    @Test
    void tellsTheTruthAboutWhatCameOfIt() {
        cycle.run();
        assertThat(desk.health()).as("the chain gave no answer").isEqualTo(Health.BLIND);
        risk.halt("a test");
        cycle.run();
        assertThat(desk.health()).isEqualTo(Health.HALTED);
        assertThat(desk.status()).containsEntry("reason", "a test");
    }

    private List<String> causes() {
        return journal.read(1)
                .map(entry -> entry.event())
                .filter(RiskChanged.class::isInstance)
                .map(event -> ((RiskChanged) event).cause())
                .toList();
    }
}
