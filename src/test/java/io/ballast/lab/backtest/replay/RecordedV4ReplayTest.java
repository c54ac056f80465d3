package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolEvent.Swapped;
import io.ballast.sense.dex.TrackedPool;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Swaps of a pool of Uniswap V4 on mainnet as events: each is read back as the order that its verdict says it was. */
class RecordedV4ReplayTest {
    @Test
    void everyRecordedSwapIsTheOrderThatItsVerdictSaysAndAnswersAnOrderOfOurs() throws IOException {
        RecordedV4 recorded = RecordedV4.read();
        JsonNode swaps = recorded.swaps();
        Map<OrderKind, Integer> kinds = new EnumMap<>(OrderKind.class);

        for (JsonNode verdict : recorded.verdicts()) {
            int i = verdict.get("i").asInt();
            SortedMap<Integer, BigInteger> nets = recorded.nets(verdict);
            ConcentratedPool before = RecordedV4.after(swaps.get(i - 1), nets);
            ConcentratedPool after = RecordedV4.after(swaps.get(i), nets);
            RecordedStep step = step(swaps.get(i), after, i);

            OrderKind kind = OrderReading.of(TrackedPool.of(before), step, TrackedPool.of(after))
                    .kind();
            kinds.merge(kind, 1, Integer::sum);
            assertThat(kind.name())
                    .as("%s", verdict)
                    .isEqualToIgnoringCase(verdict.get("mode").asString());
            replay(before, step, after);
        }

        assertThat(recorded.verdicts().size()).isEqualTo(49);
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(49);
    }

    /** As it was without us; and with a swap of ours before it, one that goes on from where ours ended. */
    private static void replay(ConcentratedPool before, RecordedStep step, ConcentratedPool after) {
        ReplayPools alone = new ReplayPools(List.of(before));
        alone.play(step, false);
        assertThat(alone.states()).containsExactly(after);

        ReplayPools shared = new ReplayPools(List.of(before));
        ConcentratedPool ours = (ConcentratedPool) before.swapExactIn(TokenAmount.of(RecordedV4.USDC, BigDecimal.ONE))
                .after();
        shared.put(List.of(ours));
        shared.play(step, false);
        assertThat(shared.states()).isNotEqualTo(alone.states());
        assertThat(shared.tally().missedCount()).isZero();
        assertThat(shared.recordedStates()).containsExactly(after);
    }

    private static RecordedStep step(JsonNode swap, ConcentratedPool after, int number) {
        Swapped event = new Swapped(
                RecordedV4.ID,
                RecordedV4.ethIn(swap),
                RecordedV4.usdcIn(swap),
                after.sqrtPriceX96(),
                after.tick(),
                after.liquidity());
        return new RecordedStep(RecordedV4.block(swap), number, Hash32.ZERO, event, Optional.empty());
    }
}
