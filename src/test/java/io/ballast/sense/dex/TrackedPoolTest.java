package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackedPoolTest {
    private static final PoolSpec SPEC = Pools.spec(0x77, A, B, 3000, 60);
    private static final List<Position> BASE =
            List.of(Position.of(-6000, 6000, "1000000000000"), Position.of(-600, 600, "70000000000"));

    private final ConcentratedPool start = Pools.pool(SPEC, 7, BASE);

    private PoolEvent.LiquidityMoved moved(int lower, int upper, String delta) {
        return new PoolEvent.LiquidityMoved(SPEC.id(), lower, upper, new BigInteger(delta));
    }

    @Test
    void addsLiquidityInAndOutOfRangeAsIfThePositionHadAlwaysBeenThere() {
        TrackedPool after = TrackedPool.of(start)
                .after(moved(-120, 120, "5"))
                .after(moved(600, 1200, "11"))
                .after(moved(-1200, -600, "13"));

        List<Position> all = new ArrayList<>(BASE);
        all.add(Position.of(-120, 120, "5"));
        all.add(Position.of(600, 1200, "11"));
        all.add(Position.of(-1200, -600, "13"));
        assertThat(after.state()).isEqualTo(Pools.pool(SPEC, 7, all));
        assertThat(after.sure()).isTrue();
    }

    @Test
    void forgetsTheTicksOfAPositionThatCameAndWent() {
        TrackedPool after = TrackedPool.of(start)
                .after(moved(-120, 180, "5"))
                .after(moved(-120, 180, "-2"))
                .after(moved(-120, 180, "-3"));

        assertThat(after).isEqualTo(TrackedPool.of(start));
    }

    @Test
    void keepsATickWhosePositionsCancelOut() {
        TrackedPool after = TrackedPool.of(start).after(moved(120, 240, "5")).after(moved(240, 360, "5"));
        TickTable ticks = ((ConcentratedPool) after.state()).ticks();
        assertThat(ticks.net(ticks.find(240))).isZero();

        TrackedPool gone = after.after(moved(120, 240, "-5")).after(moved(240, 360, "-5"));
        assertThat(gone).isEqualTo(TrackedPool.of(start));
    }

    @Test
    void isNotSureOfATickThatIsOlderThanItselfAndCancelsOutNow() {
        TrackedPool after = TrackedPool.of(start).after(moved(-600, 600, "-70000000000"));

        assertThat(after.sure()).isFalse();
        assertThat(TrackedPool.of(start).after(moved(-600, 600, "-1")).sure()).isTrue();
    }

    @Test
    void takesPriceTickAndLiquidityOfASwapAsTheyAreTold() {
        SwapResult swap = start.swapExactIn(Pools.amount(A, "1000000000"), B);
        ConcentratedPool expected = (ConcentratedPool) swap.after();

        TrackedPool after = TrackedPool.of(start).after(swapped(expected));

        assertThat(after.verified().state()).isEqualTo(expected);
    }

    @Test
    void noticesASwapWhoseLiquidityIsNotThatOfItsTicks() {
        PoolEvent lie = new PoolEvent.Swapped(
                SPEC.id(),
                BigInteger.ONE,
                BigInteger.ONE.negate(),
                start.sqrtPriceX96(),
                start.tick(),
                start.liquidity().add(BigInteger.ONE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrackedPool.of(start).after(lie).verified())
                .withMessageContaining("its ticks sum to");
    }

    @Test
    void refusesWhatCannotHaveHappened() {
        TrackedPool tracked = TrackedPool.of(start);
        assertThatIllegalArgumentException().isThrownBy(() -> tracked.after(moved(60, 120, "-1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracked.after(new PoolEvent.Initialized(SPEC.id(), start.sqrtPriceX96(), 7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracked.after(new PoolEvent.Synced(SPEC.id(), BigInteger.ONE, BigInteger.ONE)));
        PoolId other = PoolId.of(Pools.address(0x78));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracked.after(new PoolEvent.LiquidityMoved(other, 60, 120, BigInteger.ONE)));
    }

    @Test
    void wantsToBeReadAgainWhenThePriceNearsTheEdgeOfWhatIsKnown() {
        TickTable all = start.ticks();
        BigInteger[] nets = {all.net(1), all.net(2)};
        TickTable window = TickTable.window(60, new int[] {-600, 600}, nets, -1200, 1200);
        TrackedPool narrow = TrackedPool.of(
                new ConcentratedPool(SPEC, start.sqrtPriceX96(), start.tick(), start.liquidity(), window));

        assertThat(narrow.after(swapped(at(590))).sure()).isTrue();
        assertThat(narrow.after(swapped(at(610))).sure()).isFalse();
        assertThat(narrow.after(moved(-3000, 3000, "9")).state())
                .isEqualTo(new ConcentratedPool(
                        SPEC,
                        start.sqrtPriceX96(),
                        start.tick(),
                        start.liquidity().add(BigInteger.valueOf(9)),
                        window));
    }

    @Test
    void replacesTheReservesOfAPair() {
        ConstantProductPool pair = Pools.pair(0x66, A, B, 3000, "1000", "2000");
        TrackedPool after = TrackedPool.of(pair).after(new PoolEvent.Synced(pair.id(), BigInteger.TWO, BigInteger.TEN));

        assertThat(after.state()).isEqualTo(Pools.pair(0x66, A, B, 3000, "2", "10"));
    }

    /** Random positions added and removed in random order leave exactly the ticks of those that stay. */
    @Test
    void equalsThePoolBuiltFromThePositionsThatAreLeft() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            TrackedPool tracked = TrackedPool.of(start);
            List<Position> all = new ArrayList<>(BASE);
            for (int i = 0; i < 60; i++) {
                if (all.size() > 2 && random.nextInt(3) == 0) {
                    Position gone = all.remove(2 + random.nextInt(all.size() - 2));
                    tracked = tracked.after(moved(gone.low(), gone.high(), "-" + gone.liquidity()));
                } else {
                    int low = (random.nextInt(20) - 10) * 60;
                    Position more = new Position(
                            low, low + 60 * (1 + random.nextInt(5)), BigInteger.valueOf(1 + random.nextInt(3)));
                    all.add(more);
                    tracked = tracked.after(
                            moved(more.low(), more.high(), more.liquidity().toString()));
                }
            }
            assertThat(tracked.sure()).isTrue();
            assertThat(tracked.verified().state()).isEqualTo(Pools.pool(SPEC, 7, all));
        }
    }

    private ConcentratedPool at(int tick) {
        return new ConcentratedPool(SPEC, TickMath.sqrtRatioAtTick(tick), tick, start.liquidity(), start.ticks());
    }

    private static PoolEvent swapped(ConcentratedPool after) {
        return new PoolEvent.Swapped(
                SPEC.id(),
                BigInteger.ONE,
                BigInteger.ONE.negate(),
                after.sqrtPriceX96(),
                after.tick(),
                after.liquidity());
    }
}
