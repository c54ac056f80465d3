package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        assertThat(plan.text()).contains("calls a day with sync on_decision", "budget 20000");
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
