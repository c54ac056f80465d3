package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolReplayTest {
    private static final Token A = Pools.A;
    private static final Token B = Pools.B;
    private static final ConcentratedPool POOL = Pools.pool(
            Pools.spec(0x77, A, B, 3000, 60),
            TickMath.sqrtRatioAtTick(13).add(BigInteger.valueOf(77)),
            List.of(
                    Position.of(-60_000, 60_000, "900000000000000"),
                    Position.of(-120, 120, "70000000000000"),
                    Position.of(0, 60, "5000000000000")));
    private static final ConstantProductPool PAIR =
            Pools.pair(0x55, A, B, 3000, "4000000000000000", "5000000000000000");
    private static final PoolId V3 = POOL.id();
    private static final PoolId V2 = PAIR.id();

    private final Recorded chain = new Recorded(List.of(POOL, PAIR));

    private static TokenAmount a(long raw) {
        return new TokenAmount(A, BigInteger.valueOf(raw));
    }

    private static TokenAmount b(long raw) {
        return new TokenAmount(B, BigInteger.valueOf(raw));
    }

    private PoolReplay replay(Set<Hash32> own) {
        return new PoolReplay(
                PoolReplay.Blocks.of(chain.blocks()), List.of(PAIR, POOL), PoolEvents.OWN_CONTRACTS, own);
    }

    private static PoolState state(PoolReplay replay, PoolId id) {
        return replay.states().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A swap of ours of an exact amount in. */
    private static PoolReplay.Done<SwapResult> swap(List<PoolState> pools, PoolId id, TokenAmount in) {
        SwapResult result = pools.stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow()
                .swapExactIn(in);
        return new PoolReplay.Done<>(result, List.of(result.after()));
    }

    private void trade(Random random) {
        TokenAmount amount = new TokenAmount(
                random.nextBoolean() ? A : B,
                new BigInteger(20 + random.nextInt(24), random).add(BigInteger.valueOf(1_000)));
        switch (random.nextInt(8)) {
            case 0 -> chain.in(V2, amount);
            case 1 -> chain.out(V2, amount);
            case 2 -> chain.out(V3, amount);
            case 3 -> {
                ConcentratedPool now = (ConcentratedPool) chain.state(V3);
                boolean down = random.nextBoolean();
                chain.toPrice(V3, down, TickMath.sqrtRatioAtTick(now.tick() + (down ? -1 : 2)));
            }
            case 4 -> {
                int low = 60 * (random.nextInt(9) - 5);
                chain.liquidity(V3, low, low + 60 * (1 + random.nextInt(4)), new BigInteger(40, random).add(BigInteger.ONE));
            }
            case 5 -> {
                ConstantProductPool pair = (ConstantProductPool) chain.state(V2);
                boolean put = random.nextBoolean();
                BigInteger share = BigInteger.valueOf(100 + random.nextInt(100));
                BigInteger part0 = pair.reserve0().divide(share);
                BigInteger part1 = pair.reserve1().divide(share);
                chain.sync(new ConstantProductPool(
                        pair.spec(),
                        put ? pair.reserve0().add(part0) : pair.reserve0().subtract(part0),
                        put ? pair.reserve1().add(part1) : pair.reserve1().subtract(part1)));
            }
            default -> chain.in(V3, amount);
        }
    }

    /** Somebody takes ten units less than the pair would give. */
    private void paidTooMuch() {
        BigInteger in = BigInteger.valueOf(9_000_000_000L);
        BigInteger out = PAIR.swapExactIn(a(9_000_000_000L)).amountOut().raw().subtract(BigInteger.TEN);
        chain.pair(
                new ConstantProductPool(
                        PAIR.spec(), PAIR.reserve0().add(in), PAIR.reserve1().subtract(out)),
                in,
                BigInteger.ZERO,
                BigInteger.ZERO,
                out);
    }

    @Test
    void followsTheRecordedStatesWordForWordWhenNothingIsInserted() {
        Random random = new Random(3);
        List<List<PoolState>> recorded = new ArrayList<>();
        for (int block = 0; block < 50; block++) {
            for (int i = random.nextInt(5); i > 0; i--) {
                trade(random);
            }
            chain.end();
            recorded.add(List.of(chain.state(V2), chain.state(V3)));
        }

        PoolReplay replay = replay(Set.of());
        for (List<PoolState> states : recorded) {
            assertThat(replay.advance()).isTrue();
            assertThat(replay.states()).isEqualTo(states);
        }

        assertThat(replay.advance()).isFalse();
        assertThat(replay.tally().recomputed()).isEmpty();
        assertThat(replay.changed()).isEmpty();
    }

    @Test
    void everyOrderIsReadBackFromItsEventsAndLeadsToTheirStates() {
        Random random = new Random(4);
        for (int block = 0; block < 60; block++) {
            for (int i = 0; i < 4; i++) {
                trade(random);
            }
            chain.end();
        }

        ReplayPools pools = new ReplayPools(List.of(PAIR, POOL));
        List<OrderKind> kinds = new ArrayList<>();
        for (RecordedBlock block : chain.blocks()) {
            for (RecordedStep step : RecordedStep.of(block.logs(), PoolEvents.OWN_CONTRACTS)) {
                var before = pools.recorded(step.pool());
                pools.play(step, false);
                var after = pools.recorded(step.pool());
                RecordedOrder order = OrderReading.of(before, step, after);
                kinds.add(order.kind());
                assertThat(order.on(before).state()).isEqualTo(after.state());
            }
        }

        assertThat(kinds).hasSize(240).doesNotContain(OrderKind.UNEXPLAINED);
        assertThat(kinds)
                .contains(
                        OrderKind.EXACT_IN,
                        OrderKind.EXACT_OUT,
                        OrderKind.TO_PRICE,
                        OrderKind.RESERVES,
                        OrderKind.AS_TOLD);
    }

    @Test
    void ordersOfOthersAfterOursAreComputedAgainAsTheOrdersTheyWere() {
        chain.in(V3, a(7_000_000_000L));
        int place = chain.size();
        chain.in(V3, b(3_000_000_000L));
        chain.out(V3, b(1_000_000_000L));
        chain.liquidity(V3, -60, 120, BigInteger.valueOf(9_000_000_000_000L));
        chain.in(V2, a(5_000_000_000L));
        chain.end();
        TokenAmount ours = a(40_000_000_000L);

        PoolReplay replay = replay(Set.of());
        SwapResult fill = replay.include(100, place, (block, pools) -> swap(pools, V3, ours)).result();

        PoolState expected = POOL.swapExactIn(a(7_000_000_000L)).after();
        assertThat(fill).isEqualTo(expected.swapExactIn(ours));
        ConcentratedPool swapped = (ConcentratedPool) fill.after()
                .swapExactIn(b(3_000_000_000L))
                .after()
                .swapExactOut(A, b(1_000_000_000L))
                .after();
        ConcentratedPool end = (ConcentratedPool) state(replay, V3);
        assertThat(end.sqrtPriceX96()).isEqualTo(swapped.sqrtPriceX96());
        assertThat(end.liquidity()).isEqualTo(swapped.liquidity().add(BigInteger.valueOf(9_000_000_000_000L)));
        assertThat(end.verified()).isSameAs(end);
        assertThat(state(replay, V2)).isEqualTo(chain.state(V2));
        assertThat(replay.changed()).containsExactly(V3);
        assertThat(replay.tally().recomputed())
                .containsEntry(OrderKind.EXACT_IN, 1L)
                .containsEntry(OrderKind.EXACT_OUT, 1L)
                .containsEntry(OrderKind.AS_TOLD, 1L);
    }

    @Test
    void aMarketWithoutOurOwnRecordedSwapAndWithItAgainIsTheRecordedOne() {
        chain.in(V3, b(3_000_000_000L));
        int place = chain.size();
        Hash32 own = chain.in(V3, a(40_000_000_000L));
        chain.in(V3, b(11_000_000_000L));
        chain.in(V2, b(2_000_000_000L));
        chain.end();
        chain.out(V3, a(1_000_000L));
        chain.end();

        PoolReplay with = replay(Set.of(own));
        with.include(100, place, (block, pools) -> swap(pools, V3, a(40_000_000_000L)));
        with.advance();
        PoolReplay without = replay(Set.of(own));
        without.advance();
        without.advance();

        assertThat(with.states()).isEqualTo(with.recordedStates());
        assertThat(with.changed()).isEmpty();
        assertThat(state(without, V3))
                .isEqualTo(POOL.swapExactIn(b(3_000_000_000L))
                        .after()
                        .swapExactIn(b(11_000_000_000L))
                        .after()
                        .swapExactOut(B, a(1_000_000L))
                        .after());
        assertThat(without.recordedStates()).contains(chain.state(V3));
    }

    @Test
    void anArbitrageurStopsAtItsPriceWhateverWeDidBefore() {
        BigInteger price = TickMath.sqrtRatioAtTick(25).add(BigInteger.valueOf(12_345));
        chain.toPrice(V3, false, price);
        chain.end();

        PoolReplay replay = replay(Set.of());
        replay.include(100, 0, (block, pools) -> swap(pools, V3, a(40_000_000_000L)));

        assertThat(((ConcentratedPool) state(replay, V3)).sqrtPriceX96()).isEqualTo(price);
        assertThat(replay.changed()).isEmpty();
        assertThat(replay.tally().recomputed()).containsEntry(OrderKind.TO_PRICE, 1L);
    }

    @Test
    void whatCouldNotHappenAnyMoreIsCountedAndSaid() {
        BigInteger price = TickMath.sqrtRatioAtTick(25).add(BigInteger.valueOf(12_345));
        chain.toPrice(V3, false, price);
        paidTooMuch();
        chain.end();

        PoolReplay replay = replay(Set.of());
        replay.include(100, 0, (block, pools) -> {
            SwapResult first = POOL.swapExactIn(b(40_000_000_000_000L));
            SwapResult second = PAIR.swapExactIn(a(4_000_000_000_000L));
            return new PoolReplay.Done<>(first, List.of(first.after(), second.after()));
        });

        assertThat(replay.tally().missedCount()).isEqualTo(2);
        assertThat(replay.tally().missed()).extracting(ReplayTally.Missed::pool).containsExactly(V3, V2);
        assertThat(replay.tally().words()).endsWith("2 could not happen any more");
    }

    @Test
    void aPairThatWasPaidMoreThanItAskedTakesTheSameAmountsAgain() {
        paidTooMuch();
        chain.end();

        PoolReplay kind = replay(Set.of());
        kind.include(100, 0, (block, pools) -> swap(pools, V2, b(5_000_000L)));
        PoolReplay harsh = replay(Set.of());
        harsh.include(100, 0, (block, pools) -> swap(pools, V2, a(90_000_000_000L)));

        assertThat(kind.tally().recomputed()).containsEntry(OrderKind.BY_HAND, 1L);
        assertThat(harsh.tally().missedCount()).isEqualTo(1);
    }

    @Test
    void aRecordingWithAGapIsRefused() {
        chain.liquidity(V3, -60, 60, BigInteger.valueOf(1_000_000_000));
        chain.end();
        chain.in(V3, a(500_000_000_000L));
        chain.end();
        PoolReplay gap = new PoolReplay(
                PoolReplay.Blocks.of(chain.blocks().subList(1, 2)),
                List.of(PAIR, POOL),
                PoolEvents.OWN_CONTRACTS,
                Set.of());

        assertThatThrownBy(gap::advance)
                .isInstanceOf(DataRefusedException.class)
                .hasMessageStartingWith("recording: block 101 contradicts what was recorded of pool " + V3);
        assertThatThrownBy(() -> replay(Set.of()).include(102, 0, (block, pools) -> swap(pools, V3, a(1_000_000))))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("ends before block 102");
    }
}
