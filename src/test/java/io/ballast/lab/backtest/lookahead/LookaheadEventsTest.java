package io.ballast.lab.backtest.lookahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.backtest.replay.EventRun;
import io.ballast.lab.backtest.replay.PoolReplay;
import io.ballast.lab.backtest.replay.RecordedProject;
import io.ballast.lab.backtest.replay.Recording;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.sense.dex.PoolState;
import io.ballast.think.model.ActionScorer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over recorded pools too: honest strategies hold whatever comes later, and whoever reads on in the recording is found. */
class LookaheadEventsTest {
    private static final Instant BEGIN = Instant.parse("2023-12-30T00:00:00Z");
    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");
    private static final int DECISIONS = 12;

    @TempDir
    private static Path home;

    private static Scenario scenario;
    private static Recording recording;

    @BeforeAll
    static void record() {
        RecordedProject project = new RecordedProject(home, BEGIN);
        project.record(3, Duration.ofHours(73));
        scenario = new ScenarioLoader(new ConfigLoader(new YamlReader(), Map.of()))
                .load(project.scenario("2024-01-01..2024-01-02", "delay: 1 block"), new ParquetFiles());
        recording = project.recording();
    }

    private static EventRun run(Optional<ActionScorer> model) {
        return new EventRun(scenario, new ParquetFiles(), model);
    }

    private static LookaheadResult analysed(int cuts, Function<Recording, Optional<ActionScorer>> model) {
        Reruns runs =
                new EventReruns(recording, pools -> run(model.apply(pools)).thoroughlyOver(pools), DECISIONS, 7);
        return new LookaheadAnalysis(runs, 7).of(cuts, done -> {});
    }

    @Test
    void aRuleThatKnowsThePastAloneHolds() {
        LookaheadResult result = analysed(2, pools -> Optional.empty());

        assertThat(result.cuts()).hasSize(4).allMatch(Cut::held);
        assertThat(result.decisions())
                .isEqualTo(run(Optional.empty()).decisions())
                .isEqualTo(DECISIONS);
        assertThat(result.cuts()).extracting(Cut::decisions).last().isNotEqualTo(1);
    }

    @Test
    void aScorerThatReadsOnInTheRecordingIsFound() {
        LookaheadResult result = analysed(1, pools -> Optional.of(new RecordingPeek(pools, Duration.ofMinutes(30))));

        Moved first = result.first().orElseThrow();
        assertThat(result.cuts()).noneMatch(Cut::held);
        assertThat(first.time()).isEqualTo(first.cut());
        assertThat(first.inputs()).isEmpty();
        assertThat(first.source()).contains("the scorer itself knows what comes later");
        assertThat(first.known().options()).isNotEqualTo(first.changed().options());
    }

    @Test
    void aScorerThatReadsFarAheadIsFoundAtTheFirstDecisionItChanged() {
        LookaheadResult result = analysed(1, pools -> Optional.of(new RecordingPeek(pools, Duration.ofHours(6))));

        Moved first = result.first().orElseThrow();
        assertThat(Duration.between(first.time(), first.cut())).isBetween(Duration.ofHours(2), Duration.ofHours(6));
    }

    @Test
    void theOtherFutureMovesEveryPoolAndTheBaseFeesAndTheQuietOneNothing() {
        Recording other = recording.otherwiseAfter(NOON, 7);
        Recording quiet = recording.quietAfter(NOON);
        List<PoolState> noon = states(recording, NOON);
        Instant later = NOON.plus(Duration.ofHours(2));

        assertThat(states(other, NOON)).isEqualTo(noon);
        assertThat(states(quiet, NOON)).isEqualTo(noon);
        assertThat(states(other, later)).doesNotContainAnyElementsOf(states(recording, later));
        assertThat(states(other, later)).isEqualTo(states(other, later));
        assertThat(states(other, later)).isNotEqualTo(states(recording.otherwiseAfter(NOON, 8), later));
        assertThat(states(quiet, later)).isEqualTo(noon);
        assertThat(baseFee(other, NOON)).isEqualTo(baseFee(recording, NOON));
        assertThat(baseFee(other, later)).isNotEqualTo(baseFee(recording, later));
    }

    private static List<PoolState> states(Recording pools, Instant time) {
        try (PoolReplay replay = pools.replay()) {
            replay.advanceTo(time);
            return replay.states();
        }
    }

    private static String baseFee(Recording pools, Instant time) {
        try (PoolReplay replay = pools.replay()) {
            replay.advanceTo(time);
            return replay.head().orElseThrow().baseFee().toString();
        }
    }
}
