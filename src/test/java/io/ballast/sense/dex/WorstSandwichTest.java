package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Three swaps, each by the pools' own arithmetic: what the attacker takes, and what is left in the pools after him. */
class WorstSandwichTest {
    private static final BigInteger RESERVE = new BigInteger("1000000000000000000000");
    private static final ConstantProductPool PAIR = Pools.pair(1, A, C, 3000, RESERVE.toString(), RESERVE.toString());
    private static final ConcentratedPool RANGES = Pools.pool(
            Pools.spec(2, A, C, 500, 10),
            0,
            List.of(
                    Position.of(-6_000, 6_000, "1000000000000000000000"),
                    Position.of(-50, 20, "3000000000000000000000")));

    private static TokenAmount amount(Token token, String raw) {
        return new TokenAmount(token, new BigInteger(raw));
    }

    private static SwapQuote quote(TokenAmount in, Token out, PoolState... pools) {
        return new Router().best(List.of(pools), in, out, BigDecimal.ZERO).orElseThrow();
    }

    private static List<RoutePart> parts(SwapQuote quote, int slippage) {
        return quote.atLeast(quote.amountOut().minus(quote.amountOut().times(new Bps(slippage))));
    }

    /** The largest number at which a condition holds that fails from some number on. */
    private static BigInteger last(Predicate<BigInteger> holds) {
        BigInteger found = BigInteger.ZERO;
        for (int bit = 66; bit >= 0; bit--) {
            BigInteger more = found.setBit(bit);
            found = holds.test(more) ? more : found;
        }
        return found;
    }

    /** The contract's formula at three per mille. */
    private static BigInteger out(BigInteger in, BigInteger reserveIn, BigInteger reserveOut) {
        BigInteger kept = in.multiply(BigInteger.valueOf(997));
        return kept.multiply(reserveOut)
                .divide(reserveIn.multiply(BigInteger.valueOf(1_000)).add(kept));
    }

    @Test
    void aPairIsLeftAsFrontRunSwapAndBackRunLeaveItByTheFormula() {
        BigInteger in = new BigInteger("5000000000000000000");
        SwapQuote quote = quote(new TokenAmount(A, in), C, PAIR);
        List<RoutePart> parts = parts(quote, 50);
        BigInteger least = parts.getFirst().minOut().raw();

        Passage attacked = WorstSandwich.of(parts, List.of(PAIR));

        BigInteger front = last(size -> {
            BigInteger bought = out(size, RESERVE, RESERVE);
            return out(in, RESERVE.add(size), RESERVE.subtract(bought)).compareTo(least) >= 0;
        });
        BigInteger bought = out(front, RESERVE, RESERVE);
        BigInteger ours = out(in, RESERVE.add(front), RESERVE.subtract(bought));
        BigInteger full0 = RESERVE.add(front).add(in);
        BigInteger full1 = RESERVE.subtract(bought).subtract(ours);
        BigInteger back = out(bought, full1, full0);
        assertThat(front).isGreaterThan(new BigInteger("1000000000000000000"));
        assertThat(attacked.amountOut().raw()).isEqualTo(ours);
        assertThat(ours.subtract(least)).isBetween(BigInteger.ZERO, BigInteger.ONE);
        assertThat(attacked.after())
                .containsExactly(new ConstantProductPool(PAIR.spec(), full0.subtract(back), full1.add(bought)));
        // Whoever provides this pool is better off than after our swap alone: two more fees, and what we lost to the
        // price.
        ConstantProductPool alone = (ConstantProductPool) quote.after().getFirst();
        assertThat(product(attacked.after().getFirst())).isGreaterThan(product(alone));
    }

    private static BigInteger product(PoolState pool) {
        ConstantProductPool pair = (ConstantProductPool) pool;
        return pair.reserve0().multiply(pair.reserve1());
    }

    @Test
    void concentratedLiquidityIsLeftAsItsThreeSwapsLeaveItAcrossTicks() {
        TokenAmount in = amount(A, "9000000000000000000");
        List<RoutePart> parts = parts(quote(in, C, RANGES), 80);

        Passage attacked = WorstSandwich.of(parts, List.of(RANGES));

        BigInteger front = last(size -> RANGES.swapExactIn(new TokenAmount(A, size))
                        .after()
                        .swapExactIn(in)
                        .amountOut()
                        .compareTo(parts.getFirst().minOut())
                >= 0);
        SwapResult before = RANGES.swapExactIn(new TokenAmount(A, front));
        SwapResult ours = before.after().swapExactIn(in);
        SwapResult back = ours.after().swapExactIn(before.amountOut());
        assertThat(before.ticksCrossed() + ours.ticksCrossed()).isPositive();
        assertThat(attacked).isEqualTo(new Passage(ours.amountOut(), List.of(back.after())));
        assertThat(attacked.after()).isNotEqualTo(List.of(RANGES.swapExactIn(in).after()));
    }

    @Test
    void everyPartOfASplitIsTakenDownToItsOwnLeastAmount() {
        TokenAmount in = amount(A, "40000000000000000000");
        SwapQuote quote = quote(in, C, PAIR, RANGES);
        List<RoutePart> parts = parts(quote, 30);

        Passage attacked = WorstSandwich.of(parts, List.of(PAIR, RANGES));

        BigInteger least = parts.stream().map(part -> part.minOut().raw()).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(parts).hasSize(2);
        assertThat(attacked.amountOut().raw().subtract(least)).isBetween(BigInteger.ZERO, BigInteger.TWO);
        assertThat(attacked.after()).hasSize(2);
    }

    @Test
    void aRouteOfTwoPoolsIsAttackedInItsFirst() {
        ConstantProductPool first = Pools.pair(3, A, B, 3000, "900000000000000000000", "900000000000");
        ConstantProductPool second = Pools.pair(4, B, C, 3000, "900000000000", "900000000000000000000");
        TokenAmount in = amount(A, "3000000000000000000");
        List<RoutePart> parts = parts(quote(in, C, first, second), 50);

        Passage attacked = WorstSandwich.of(parts, List.of(first, second));

        PoolState there = attacked.after().getFirst();
        PoolState then = attacked.after().getLast();
        TokenAmount between = new TokenAmount(B, first.reserve1().subtract(((ConstantProductPool) there).reserve1()));
        SwapResult rest = second.swapExactIn(between);
        assertThat(attacked.amountOut()).isEqualTo(rest.amountOut());
        assertThat(then).isEqualTo(rest.after());
        assertThat(attacked.amountOut()).isGreaterThanOrEqualTo(parts.getFirst().minOut());
    }

    @Test
    void aSwapThatFailsByItselfIsNotAttacked() {
        SwapQuote quote = quote(amount(A, "1000000000000000000"), C, PAIR);
        List<PoolState> moved =
                List.of(PAIR.swapExactIn(amount(A, "90000000000000000000")).after());

        assertThatThrownBy(() -> WorstSandwich.of(parts(quote, 50), moved))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fails by itself");
    }
}
