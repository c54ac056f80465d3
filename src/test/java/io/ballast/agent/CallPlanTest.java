package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallPlanTest {
    @TempDir
    private Path directory;

    private CallPlan plan(String rpc, String timeframe) {
        return CallPlan.of(new ConfigSandbox(directory)
                .edit(ConfigSandbox.AGENT, "max_head_lag: 30s", rpc)
                .edit(ConfigSandbox.STRATEGY, "timeframe: 1h", "timeframe: " + timeframe)
                .load());
    }

    @Test
    void readingOnDecisionsIsCheap() {
        CallPlan plan = plan("max_head_lag: 30s", "1h");

        assertThat(plan.sync()).isEqualTo("on_decision");
        assertThat(plan.parts()).containsEntry("decisions", 24L * 6).doesNotContainKey("events");
        assertThat(plan.refused()).isFalse();
        assertThat(plan.text()).contains("calls a day with sync on_decision", "heads 7200", "budget 20000");
    }

    @Test
    void headsBetweenDecisionsAreLookedAtAsOftenAsTheBudgetLeavesRoomFor() {
        CallPlan rich = plan("max_head_lag: 30s", "1h");
        CallPlan poor = plan("max_head_lag: 30s\n  max_calls_per_day: 7000", "1h");
        long others = poor.total() - poor.parts().getOrDefault("heads", 0L);

        assertThat(rich.watch()).contains(Duration.ofSeconds(12));
        assertThat(poor.watch().orElseThrow()).isGreaterThan(Duration.ofSeconds(12));
        assertThat(poor.parts().get("heads"))
                .isEqualTo(Math.ceilDiv(
                        86_400_000_000_000L, poor.watch().orElseThrow().toNanos()))
                .isLessThanOrEqualTo((7_000 - others) / 2 + 1);
        assertThat(poor.refused()).isFalse();
    }

    @Test
    void aBudgetThatLeavesNothingHasNoWatch() {
        CallPlan rich = plan("max_head_lag: 30s", "1h");
        long needed = rich.total() - rich.parts().get("heads");
        CallPlan spent = plan("max_head_lag: 30s\n  max_calls_per_day: " + (needed + 2), "1h");

        assertThat(spent.watch()).isEmpty();
        assertThat(spent.total()).isEqualTo(needed);
        assertThat(spent.refused()).isFalse();
    }

    @Test
    void shortTimeframesFollowEveryBlock() {
        CallPlan plan = plan("max_head_lag: 30s", "1m");

        assertThat(plan.sync()).isEqualTo("every_block");
        assertThat(plan.parts()).containsEntry("heads", 7200L).containsEntry("events", 7200L);
        assertThat(plan.parts()).containsEntry("audits", 73L);
    }

    @Test
    void aPlanBeyondTheBudgetIsRefused() {
        assertThat(plan("sync: every_block\n  max_calls_per_day: 14000", "1h").refused())
                .isTrue();
        assertThat(plan("sync: every_block", "1h").refused()).isFalse();
        assertThat(plan("sync: on_decision\n  max_calls_per_day: 100", "1h").refused())
                .isTrue();
    }
}
