package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.amount;
import static io.ballast.sense.dex.Pools.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final BigDecimal FREE = BigDecimal.ZERO;
    private static final PoolState SHALLOW = pair(1, A, B, 3000, "1000000000000000000000", "1000000000000");
    private static final PoolState DEEP = pair(2, A, B, 3000, "2000000000000000000000", "2000000000000");
    private static final PoolState A_C = pair(3, A, C, 3000, "9000000000000000000000000", "9000000000000000000000000");
    private static final PoolState B_C = pair(4, B, C, 3000, "9000000000000000", "9000000000000000000000000");
    private static final TokenAmount IN = amount(A, "100000000000000000000");
    private final Router router = new Router();

    @Test
    void takesTheDeeperPool() {
        SwapQuote quote = router.bestRoute(List.of(SHALLOW, DEEP), IN, B, FREE).orElseThrow();

        assertThat(route(quote).hops()).extracting(Hop::pool).containsExactly(DEEP.id());
        assertThat(quote.amountOut()).isEqualTo(DEEP.swapExactIn(IN).amountOut());
        assertThat(quote.after()).containsExactly(DEEP.swapExactIn(IN).after());
    }

    /** What a router knows of some pools is not used for others. */
    @Test
    void findsTheSameWhateverItWasAskedBefore() {
        List<PoolState> all = List.of(SHALLOW, DEEP, A_C, B_C);
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            List<PoolState> some =
                    all.stream().filter(pool -> random.nextInt(3) > 0).toList();
            TokenAmount in = random.nextBoolean() ? IN : amount(C, "5000000000000000000");

            assertThat(router.best(some, in, B, FREE)).isEqualTo(new Router().best(some, in, B, FREE));
        }
    }

    @Test
    void takesTwoHopsWhenTheyGiveMoreAndGasIsCheap() {
        List<PoolState> pools = List.of(SHALLOW, A_C, B_C);
        SwapQuote quote = router.bestRoute(pools, IN, B, FREE).orElseThrow();

        SwapResult first = A_C.swapExactIn(IN);
        SwapResult second = B_C.swapExactIn(first.amountOut());
        assertThat(route(quote).hops()).extracting(Hop::pool).containsExactly(A_C.id(), B_C.id());
        assertThat(quote.amountOut()).isEqualTo(second.amountOut());
        assertThat(quote.after()).containsExactly(first.after(), second.after());
        assertThat(quote.gas())
                .isGreaterThan(router.bestRoute(List.of(SHALLOW), IN, B, FREE)
                        .orElseThrow()
                        .gas());
    }

    @Test
    void takesOneHopWhenGasEatsTheGain() {
        List<PoolState> pools = List.of(SHALLOW, A_C, B_C);
        SwapQuote one = router.bestRoute(List.of(SHALLOW), IN, B, FREE).orElseThrow();
        SwapQuote two = router.bestRoute(pools, IN, B, FREE).orElseThrow();
        BigDecimal gain = new BigDecimal(two.amountOut().minus(one.amountOut()).raw());
        BigDecimal evens = gain.divide(BigDecimal.valueOf(two.gas() - one.gas()), 20, java.math.RoundingMode.CEILING);

        BigDecimal little = new BigDecimal("1e-9");
        assertThat(route(router.bestRoute(pools, IN, B, evens.add(little)).orElseThrow()))
                .isEqualTo(route(one));
        assertThat(route(router.bestRoute(pools, IN, B, evens.subtract(little)).orElseThrow()))
                .isEqualTo(route(two));
    }

    @Test
    void neverMixesVenuesAndNeverBeatsTheBestOfAllRoutesByHand() {
        ConcentratedPool v3 = Pools.pool(
                Pools.spec(5, A, C, 500, 10), 0, List.of(Position.of(-10_000, 10_000, "9000000000000000000000000")));
        List<PoolState> pools = List.of(SHALLOW, v3, B_C);

        assertThat(route(router.bestRoute(pools, IN, B, FREE).orElseThrow()).hops())
                .hasSize(1);
        assertThat(router.bestRoute(List.of(v3, B_C), IN, B, FREE)).isEmpty();
    }

    @Test
    void equalRoutesFallToTheLesserPoolIdInWhateverOrder() {
        List<PoolState> pools = new java.util.ArrayList<>(IntStream.of(9, 7, 8)
                .mapToObj(id -> (PoolState) pair(id, A, B, 3000, "1000000000000000000000", "1000000000000"))
                .toList());
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(pools, new Random(i));
            SwapQuote quote = router.bestRoute(pools, IN, B, BigDecimal.ONE).orElseThrow();
            assertThat(route(quote).hops().get(0).pool().address()).isEqualTo(Pools.address(7));
        }
    }

    @Test
    void isEmptyWhenNoPoolTakesTheAmountAndSaysWhyForOneRoute() {
        TokenAmount dust = amount(A, "1");
        SwapQuote quote = router.bestRoute(List.of(SHALLOW), IN, B, FREE).orElseThrow();

        assertThat(router.bestRoute(List.of(SHALLOW, DEEP), dust, B, FREE)).isEmpty();
        assertThat(router.bestRoute(List.of(), IN, B, FREE)).isEmpty();
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> router.quote(route(quote), List.of(SHALLOW), dust));
        assertThatIllegalArgumentException().isThrownBy(() -> router.quote(route(quote), List.of(DEEP), IN));
        assertThatIllegalArgumentException().isThrownBy(() -> router.bestRoute(List.of(SHALLOW), IN, A, FREE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router.bestRoute(List.of(SHALLOW), IN, B, BigDecimal.ONE.negate()));
    }

    private static Route route(SwapQuote quote) {
        assertThat(quote.parts()).hasSize(1);
        return quote.parts().get(0).route();
    }

    /** V2 without fee: out/in = r1/(r0 + net), so the fall below r1/r0 is net/(r0 + net). */
    @Test
    void priceImpactLeavesTheFeeOutAndRoundsUp() {
        SwapQuote quote = router.bestRoute(List.of(SHALLOW), IN, B, FREE).orElseThrow();
        double net = 100 * 0.997;

        assertThat(quote.priceImpact().value()).isEqualTo((int) Math.ceil(net / (1000 + net) * 10_000));
        assertThat(quote.feeShare()).isEqualByComparingTo("0.003");
        assertThat(router.bestRoute(List.of(A_C, B_C), IN, B, FREE)
                        .orElseThrow()
                        .feeShare())
                .isEqualByComparingTo("0.005991");
    }

    @Test
    void aSmallSwapInDeepLiquidityHasOneBasisPointOfImpact() {
        ConcentratedPool pool = Pools.pool(
                Pools.spec(5, A, C, 3000, 60), 0, List.of(Position.of(-6_000, 6_000, "9000000000000000000000000")));

        assertThat(router.bestRoute(List.of(pool), IN, C, FREE)
                        .orElseThrow()
                        .priceImpact()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void gasIsPricedInRawUnitsOfTheTokenOut() {
        // 20 gwei, a coin at 3,000 USD, a token of 6 decimals at 1 USD: 20e-9 × 3000 × 1e6 = 60 raw units of token a
        // unit of gas.
        assertThat(Router.gasCost(Wei.ofGwei(BigDecimal.valueOf(20)), Usd.of(3000), B, Usd.of(1)))
                .isEqualByComparingTo("60");
        assertThatIllegalArgumentException().isThrownBy(() -> Router.gasCost(Wei.of(1), Usd.of(3000), B, Usd.ZERO));
        assertThat(Router.gasCost(Wei.of(1), Usd.of(1), B, Usd.of(3000)).compareTo(BigDecimal.ZERO))
                .isPositive();
    }

    @Test
    void crossedTicksCostGas() {
        BigInteger liquidity = BigInteger.TEN.pow(21);
        ConcentratedPool pool = Pools.pool(
                Pools.spec(5, A, C, 3000, 60),
                0,
                List.of(new Position(-60_000, 60_000, liquidity), new Position(-60, 60, liquidity)));
        long gasWithin = router.bestRoute(List.of(pool), amount(A, "1000000000000000000"), C, FREE)
                .orElseThrow()
                .gas();
        long gasAcross =
                router.bestRoute(List.of(pool), IN, C, FREE).orElseThrow().gas();

        assertThat(gasAcross - gasWithin).isEqualTo(65_000);
    }
}
