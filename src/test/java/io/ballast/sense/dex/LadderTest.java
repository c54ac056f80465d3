package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.UInt256;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What states with the same ticks share. */
class LadderTest {
    private static final BigInteger L = BigInteger.TEN.pow(18);
    private static final List<Position> POSITIONS = IntStream.rangeClosed(1, 100)
            .mapToObj(n -> new Position(-60 * n, 60 * n, L))
            .toList();

    @Test
    void statesOfAPoolShareOneLadderInEachDirection() {
        ConcentratedPool pool = Pools.pool(spec(1, A, B, 3000, 60), 7, POSITIONS);
        ConcentratedPool moved = (ConcentratedPool)
                pool.swapExactIn(Pools.amount(A, "1" + "0".repeat(17))).after();
        assertThat(moved.tick()).isNotEqualTo(pool.tick());

        assertThat(ladder(moved, true)).isSameAs(ladder(pool, true));
        assertThat(ladder(moved, false)).isSameAs(ladder(pool, false)).isNotSameAs(ladder(pool, true));
    }

    @Test
    void anotherFeeHasAnotherLadder() {
        ConcentratedPool pool = Pools.pool(spec(1, A, B, 3000, 60), 7, POSITIONS);
        ConcentratedPool dear = new ConcentratedPool(
                pool.spec(), pool.sqrtPriceX96(), pool.tick(), pool.liquidity(), pool.ticks(), SwapFees.of(9000));
        Ladder cheap = ladder(pool, true);

        assertThat(ladder(dear, true).stops().feePips()).isEqualTo(9000);
        assertThat(cheap.stops().feePips()).isEqualTo(3000);
    }

    private static Ladder ladder(ConcentratedPool pool, boolean down) {
        Stops stops = new Stops(pool.ticks(), down, pool.fees().of(down));
        int stop = pool.ticks().nextStop(pool.tick(), down);
        return pool.ticks().ladder(stops, stop, pool.tick(), UInt256.of(pool.liquidity()));
    }

    /** Each growth publishes whole arrays, so no thread sees a rung that is not there yet. */
    @Test
    void threadsThatGrowItTogetherAllGetTheSameAnswers() throws Exception {
        for (int round = 0; round < 40; round++) {
            ConcentratedPool pool = Pools.pool(spec(1, A, B, 3000, 60), 7, POSITIONS);
            ConcentratedPool alone = Pools.pool(spec(1, A, B, 3000, 60), 7, POSITIONS);
            List<Callable<ConcentratedFill>> swaps = IntStream.rangeClosed(1, 12)
                    .mapToObj(n -> (Callable<ConcentratedFill>) () -> pool.fillExactIn(n % 2 == 0, amount(n)))
                    .toList();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                var fills = threads.invokeAll(swaps);
                for (int n = 1; n <= swaps.size(); n++) {
                    assertThat(fills.get(n - 1).get()).isEqualTo(alone.fillExactIn(n % 2 == 0, amount(n)));
                }
            }
        }
    }

    private static UInt256 amount(int n) {
        return UInt256.of(BigInteger.TEN.pow(15).multiply(BigInteger.valueOf(1L << n)));
    }

    @Test
    void exhaustingAPoolIsTheMostItTakes() {
        ConcentratedPool pool = Pools.pool(spec(1, A, B, 3000, 60), 7, POSITIONS);
        ConcentratedFill most = pool.exhaust(true);

        // Nothing is left to walk on through the empty rest of the range, so the price stays at the last position.
        assertThat(pool.fillExactIn(true, most.amountIn()).amountOut()).isEqualTo(most.amountOut());
        assertThat(pool.fillExactIn(true, most.amountIn()).tick()).isEqualTo(-6001);
        assertThat(most.sqrtPriceX96().toBigInteger()).isEqualTo(TickMath.MIN_SQRT_RATIO.add(BigInteger.ONE));
        assertThat(most.liquidity()).isEqualTo(UInt256.ZERO);
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> pool.fillExactIn(true, most.amountIn().add(UInt256.ONE)))
                .withMessageContaining("runs out");
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> pool.fillExactOut(true, most.amountOut().add(UInt256.ONE)));
    }
}
