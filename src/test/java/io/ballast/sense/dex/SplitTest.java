package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.amount;
import static io.ballast.sense.dex.Pools.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final BigDecimal FREE = BigDecimal.ZERO;
    private static final Token D = Pools.token(0xd, "DDD", 18);
    private static final TokenAmount IN = amount(A, "100000000000000000000");
    private static final PoolState ONE = pair(1, A, B, 3000, "1000000000000000000000", "1000000000000");
    private static final PoolState TWO = pair(2, A, B, 3000, "2000000000000000000000", "2000000000000");
    private final Router router = new Router();

    /** Two pairs at the same price and fee are one pair of the sum of their reserves. */
    @Test
    void splitsInProportionToDepthBetweenPairsAtOnePrice() {
        SwapQuote quote = router.best(List.of(TWO, ONE), IN, B, FREE).orElseThrow();

        assertThat(quote.parts()).hasSize(2);
        assertThat(quote.parts().get(0).route().hops().get(0).pool()).isEqualTo(ONE.id());
        assertThat(quote.parts().get(0).amountIn().whole().doubleValue()).isCloseTo(100 / 3.0, within(1e-3));
        PoolState sum = pair(3, A, B, 3000, "3000000000000000000000", "3000000000000");
        BigInteger together = sum.swapExactIn(IN).amountOut().raw();
        assertThat(together.subtract(quote.amountOut().raw()).intValueExact()).isBetween(0, 1);
    }

    @Test
    void thePartsSumToTheWholeToTheUnitAndEachIsWhatItsPoolGives() {
        SwapQuote quote = router.best(List.of(ONE, TWO), IN, B, FREE).orElseThrow();

        assertThat(quote.portions().stream()
                        .map(Portion::amountIn)
                        .reduce(TokenAmount::plus)
                        .orElseThrow())
                .isEqualTo(IN);
        assertThat(quote.parts().get(0).amountOut())
                .isEqualTo(ONE.swapExactIn(quote.parts().get(0).amountIn()).amountOut());
        assertThat(quote.parts().get(1).amountOut())
                .isEqualTo(TWO.swapExactIn(quote.parts().get(1).amountIn()).amountOut());
        assertThat(quote.after())
                .containsExactly(
                        quote.parts().get(0).after().get(0),
                        quote.parts().get(1).after().get(0));
        assertThat(router.quote(quote.portions(), List.of(ONE, TWO))).isEqualTo(quote);
        assertThat(quote.route()).isEqualTo("33.3% AAA→BBB v2/0.3% + 66.7% AAA→BBB v2/0.3%");
    }

    @Test
    void doesNotSplitWhenGasEatsTheGain() {
        SwapQuote alone = router.bestRoute(List.of(ONE, TWO), IN, B, FREE).orElseThrow();
        SwapQuote split = router.best(List.of(ONE, TWO), IN, B, FREE).orElseThrow();
        BigDecimal gain =
                new BigDecimal(split.amountOut().minus(alone.amountOut()).raw());
        BigDecimal evens =
                gain.divide(BigDecimal.valueOf(split.gas() - alone.gas()), 20, java.math.RoundingMode.CEILING);
        BigDecimal little = new BigDecimal("1e-6");

        assertThat(router.best(List.of(ONE, TWO), IN, B, evens.add(little)).orElseThrow())
                .isEqualTo(alone);
        assertThat(router.best(List.of(ONE, TWO), IN, B, evens.subtract(little)).orElseThrow())
                .isEqualTo(split);
    }

    @Test
    void splitsWhatNoPoolTakesAlone() {
        ConcentratedPool narrow =
                Pools.pool(Pools.spec(5, A, C, 500, 10), 0, List.of(Position.of(-100, 100, "20000000000000000000000")));
        ConcentratedPool other = Pools.pool(
                Pools.spec(6, A, C, 3000, 60), 0, List.of(Position.of(-120, 120, "20000000000000000000000")));
        TokenAmount much = amount(A, "180000000000000000000");
        List<PoolState> pools = List.of(narrow, other);

        assertThat(router.bestRoute(pools, much, C, FREE)).isEmpty();
        assertThat(router.best(pools, much, C, FREE).orElseThrow().parts()).hasSize(2);
        assertThat(router.best(pools, amount(A, "900000000000000000000"), C, FREE))
                .isEmpty();
    }

    /** A shared pool is paid for once: both parts together take from it what one of the sum would. */
    @Test
    void pricesPartsThatShareAPoolOnThatPoolTogether() {
        PoolState shared = pair(1, A, C, 3000, "500000000000000000000", "500000000000000000000");
        PoolState left = pair(2, B, C, 3000, "300000000", "300000000000000000000");
        PoolState right = pair(3, B, C, 3000, "200000000", "200000000000000000000");
        SwapQuote quote = router.best(List.of(shared, left, right), IN, B, FREE).orElseThrow();

        assertThat(quote.parts()).hasSize(2);
        PoolId id = shared.id();
        assertThat(quote.parts())
                .allMatch(part -> part.route().hops().get(0).pool().equals(id));
        ConstantProductPool after = (ConstantProductPool) quote.after().get(0);
        assertThat(after.reserve0().subtract(((ConstantProductPool) shared).reserve0()))
                .isEqualTo(IN.raw());
        assertThat(quote.pools()).containsExactly(shared.id(), left.id(), right.id());
        assertThat(quote.after()).hasSize(3);
    }

    @Test
    void findsRoutesOfThreeHops() {
        List<PoolState> chain = List.of(
                pair(1, A, C, 3000, "9000000000000000000000", "9000000000000000000000"),
                pair(2, C, D, 3000, "9000000000000000000000", "9000000000000000000000"),
                pair(3, B, D, 3000, "9000000000", "9000000000000000000000"));

        assertThat(router.best(chain, IN, B, FREE).orElseThrow().route())
                .isEqualTo("AAA→CCC→DDD→BBB v2/0.3%+0.3%+0.3%");
    }

    @Test
    void mixesV2AndV3PartsButNoOtherExchanges() {
        ConcentratedPool v3 = Pools.pool(
                Pools.spec(5, A, C, 3000, 60), 0, List.of(Position.of(-6_000, 6_000, "3000000000000000000000")));
        PoolState v2 = pair(6, A, C, 3000, "1000000000000000000000", "1000000000000000000000");
        PoolSpec sushiSpec = new PoolSpec(PoolId.of(Pools.address(7)), Venue.SUSHISWAP_V2, A, C, 3000, 0);
        PoolState sushi = new ConstantProductPool(sushiSpec, BigInteger.TEN.pow(21), BigInteger.TEN.pow(21));

        assertThat(router.best(List.of(v2, v3, sushi), IN, C, FREE)
                        .orElseThrow()
                        .parts())
                .extracting(part -> part.route().venue())
                .containsExactly(Venue.UNISWAP_V3, Venue.UNISWAP_V2);
        assertThat(router.best(List.of(sushi), IN, C, FREE)).isEmpty();
    }

    @Test
    void leavesOutPoolsWhoseNumbersAreTheNodes() {
        PoolSpec unproven = new PoolSpec(
                PoolId.of(Pools.address(7)),
                Venue.UNISWAP_V2,
                List.of(A, B),
                3000,
                0,
                io.ballast.base.units.Address.ZERO,
                Arithmetic.NODE);
        PoolState node = new ConstantProductPool(unproven, BigInteger.TEN.pow(24), BigInteger.TEN.pow(15));

        assertThat(router.best(List.of(node), IN, B, FREE)).isEmpty();
    }

    @Test
    void theOrderOfThePoolsMakesNoDifference() {
        List<PoolState> pools = new ArrayList<>(List.of(
                ONE,
                TWO,
                pair(3, A, C, 500, "5000000000000000000000", "5000000000000000000000"),
                pair(4, B, C, 500, "5000000000", "5000000000000000000000")));
        SwapQuote quote = router.best(pools, IN, B, BigDecimal.ONE).orElseThrow();
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(pools, new Random(i));
            assertThat(router.best(pools, IN, B, BigDecimal.ONE).orElseThrow()).isEqualTo(quote);
        }
    }

    @Test
    void theMinimaOfThePartsNeverSumToLessThanTheWholes() {
        SwapQuote quote = router.best(List.of(ONE, TWO), IN, B, FREE).orElseThrow();
        for (long less = 0; less < 1_000; less += 7) {
            TokenAmount minOut = quote.amountOut().minus(amount(B, Long.toString(less)));
            List<RoutePart> parts = quote.atLeast(minOut);
            BigInteger sum = parts.stream().map(part -> part.minOut().raw()).reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(sum).isBetween(minOut.raw(), minOut.raw().add(BigInteger.ONE));
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i).minOut())
                        .isLessThanOrEqualTo(quote.parts().get(i).amountOut());
            }
        }
    }

    @Test
    void scalesToAnotherAmountAndRefusesPartsThatDoNotSumUp() {
        SwapQuote quote = router.best(List.of(ONE, TWO), IN, B, FREE).orElseThrow();

        assertThat(quote.portions(IN)).isEqualTo(quote.portions());
        assertThat(quote.portions(amount(A, "1")))
                .containsExactly(new Portion(quote.parts().get(0).route(), amount(A, "1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SwapQuote(
                        amount(A, "5"),
                        quote.amountOut(),
                        quote.parts(),
                        quote.after(),
                        quote.priceImpact(),
                        quote.feeShare(),
                        quote.gas()))
                .withMessageContaining("sum");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Portion(quote.parts().get(0).route(), amount(B, "1")));
    }
}
