package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandwichTest {
    private static final BigDecimal FREE = BigDecimal.ZERO;
    private static final PoolState PAIR = Pools.pair(1, A, C, 3000, "1000000000000000000000", "1000000000000000000000");
    private static final PoolState CONCENTRATED =
            Pools.pool(Pools.spec(2, A, C, 500, 10), 0, List.of(Position.of(-6_000, 6_000, "1000000000000000000000")));

    /** Before gas a sandwich pays if the price after us, fees taken twice, is above the price before: γ(1 + γv/R) > 1. */
    @Test
    void paysOnlyWhereOurOwnImpactIsMoreThanTheFee() {
        double evens = 1_000 * (1 / 0.997 - 1) / 0.997;

        assertThat(bound(PAIR, evens * 0.99, 100, FREE).attackerProfit().isZero())
                .isTrue();
        assertThat(bound(PAIR, evens * 1.05, 100, FREE).attackerProfit().isZero())
                .isFalse();
        assertThat(bound(PAIR, evens * 0.99, 100, FREE).pays()).isFalse();
        assertThat(bound(PAIR, evens * 0.99, 100, FREE).minOut()).isEqualTo(slipped(PAIR, evens * 0.99, 100));
    }

    @Test
    void leavesTheWholeSlippageWhereNoSandwichPaysItsGas() {
        BigDecimal dear = new BigDecimal("1e14");

        SandwichBound bound = bound(PAIR, 10, 50, dear);

        assertThat(bound.pays()).isFalse();
        assertThat(bound.minOut()).isEqualTo(slipped(PAIR, 10, 50));
        assertThat(bound.loss()).isEqualTo(quote(PAIR, 10).amountOut().minus(bound.minOut()));
    }

    @Test
    void tightensTheMinimumUntilNoSandwichPays() {
        BigDecimal gas = new BigDecimal("1e11");
        for (PoolState pool : List.of(PAIR, CONCENTRATED)) {
            SandwichBound bound = bound(pool, 50, 200, gas);
            SwapQuote quote = quote(pool, 50);

            assertThat(bound.pays()).isFalse();
            assertThat(bound.minOut()).isGreaterThan(slipped(pool, 50, 200)).isLessThan(quote.amountOut());
            assertThat(bound.attackerProfit().raw().doubleValue()).isCloseTo(1.5e16, within(2e14));
        }
    }

    @Test
    void whatPaysAtAnySlippageIsLeftOnlyTheLossThatIsAllowedAndNeverLessThanHonestMovement() {
        for (PoolState pool : List.of(PAIR, CONCENTRATED)) {
            SwapQuote quote = quote(pool, 100);
            TokenAmount out = quote.amountOut();
            SandwichBound some = new Sandwich(new Bps(200), new Bps(5), FREE).of(quote, List.of(pool));
            SandwichBound none = new Sandwich(new Bps(200), Bps.ZERO, FREE).of(quote, List.of(pool));
            SandwichBound tight = new Sandwich(new Bps(3), new Bps(5), FREE).of(quote, List.of(pool));

            assertThat(some.pays()).isTrue();
            assertThat(some.loss()).isEqualTo(out.times(new Bps(5)));
            assertThat(none.loss().raw()).isEqualTo(out.times(new Bps(1)).raw().add(BigInteger.ONE));
            assertThat(tight.loss()).isEqualTo(out.times(new Bps(3)));
        }
    }

    /** No front-run of any size, staged by hand, pays more than the bound says, and none takes more. */
    @Test
    void noAttackByHandDoesBetter() {
        for (PoolState pool : List.of(PAIR, CONCENTRATED)) {
            SandwichBound bound = bound(pool, 60, 150, FREE);
            BigInteger best = BigInteger.ZERO;
            for (int tenth = 1; tenth < 400; tenth++) {
                TokenAmount front = ether(tenth / 10.0);
                SwapResult before = pool.swapExactIn(front);
                SwapResult victim = before.after().swapExactIn(ether(60));
                if (victim.amountOut().compareTo(bound.minOut()) >= 0) {
                    SwapResult after = victim.after().swapExactIn(before.amountOut());
                    best = best.max(after.amountOut().raw().subtract(front.raw()));
                    assertThat(quote(pool, 60).amountOut().minus(victim.amountOut()))
                            .isLessThanOrEqualTo(bound.loss());
                }
            }
            assertThat(bound.attackerProfit().raw()).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void everyPoolOfARouteAndOfASplitIsLookedAt() {
        Token middle = Pools.token(0xb, "BBB", 18);
        PoolState deep = Pools.pair(3, A, middle, 3000, "9000000000000000000000000", "9000000000000000000000000");
        PoolState thin = Pools.pair(4, middle, C, 500, "500000000000000000000", "500000000000000000000");
        SwapQuote route =
                new Router().best(List.of(deep, thin), ether(50), C, FREE).orElseThrow();
        SandwichBound second = new Sandwich(new Bps(100), new Bps(5), FREE).of(route, List.of(deep, thin));
        SwapQuote split = new Router()
                .best(List.of(PAIR, CONCENTRATED), ether(80), C, FREE)
                .orElseThrow();
        SandwichBound parts = new Sandwich(new Bps(100), new Bps(5), FREE).of(split, List.of(PAIR, CONCENTRATED));

        assertThat(second.pool()).isEqualTo(thin.id());
        assertThat(second.frontRun().token()).isEqualTo(middle);
        assertThat(split.parts()).hasSize(2);
        assertThat(parts.pool()).isEqualTo(CONCENTRATED.id());
        assertThat(parts.pays()).isTrue();
    }

    private static SandwichBound bound(PoolState pool, double whole, int slippage, BigDecimal gasCost) {
        return new Sandwich(new Bps(slippage), Bps.ZERO, gasCost).of(quote(pool, whole), List.of(pool));
    }

    private static SwapQuote quote(PoolState pool, double whole) {
        return new Router().best(List.of(pool), ether(whole), C, FREE).orElseThrow();
    }

    private static TokenAmount slipped(PoolState pool, double whole, int slippage) {
        TokenAmount out = quote(pool, whole).amountOut();
        return out.minus(out.times(new Bps(slippage)));
    }

    private static TokenAmount ether(double whole) {
        return new TokenAmount(
                A, BigDecimal.valueOf(whole).scaleByPowerOfTen(18).toBigInteger());
    }
}
