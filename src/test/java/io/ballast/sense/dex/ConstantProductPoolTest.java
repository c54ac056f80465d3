package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConstantProductPoolTest {
    private static final int ROUNDS = 5_000;
    private final Random random = new Random(11);

    @Test
    void givesWhatTheRoutersFormulaGives() {
        for (int i = 0; i < ROUNDS; i++) {
            ConstantProductPool pool = pool();
            BigInteger in = amountIn(pool.reserve0());
            BigInteger expected = router(in, pool.reserve0(), pool.reserve1());
            if (expected.signum() > 0) {
                SwapResult swap = pool.swapExactIn(new TokenAmount(A, in));
                assertThat(swap.amountOut()).isEqualTo(new TokenAmount(B, expected));
                ConstantProductPool after = (ConstantProductPool) swap.after();
                assertThat(after.reserve0()).isEqualTo(pool.reserve0().add(in));
                assertThat(after.reserve1()).isEqualTo(pool.reserve1().subtract(expected));
            }
        }
    }

    /** UniswapV2Library.getAmountOut, as documented. */
    private static BigInteger router(BigInteger in, BigInteger reserveIn, BigInteger reserveOut) {
        BigInteger withFee = in.multiply(BigInteger.valueOf(997));
        return withFee.multiply(reserveOut)
                .divide(reserveIn.multiply(BigInteger.valueOf(1000)).add(withFee));
    }

    /** The pair's own check: (b0·1000 − in·3)·(b1·1000) ≥ r0·r1·1000², and one unit more would break it. */
    @Test
    void theOutputIsTheMostThatThePairsInvariantAllows() {
        for (int i = 0; i < ROUNDS; i++) {
            ConstantProductPool pool = pool();
            BigInteger in = amountIn(pool.reserve0());
            if (router(in, pool.reserve0(), pool.reserve1()).signum() > 0) {
                BigInteger out =
                        pool.swapExactIn(new TokenAmount(A, in)).amountOut().raw();
                assertThat(keepsInvariant(pool, in, out)).isTrue();
                assertThat(keepsInvariant(pool, in, out.add(BigInteger.ONE))).isFalse();
            }
        }
    }

    private static boolean keepsInvariant(ConstantProductPool pool, BigInteger in, BigInteger out) {
        BigInteger thousand = BigInteger.valueOf(1000);
        BigInteger balance0 = pool.reserve0().add(in).multiply(thousand).subtract(in.multiply(BigInteger.valueOf(3)));
        BigInteger balance1 = pool.reserve1().subtract(out).multiply(thousand);
        BigInteger k =
                pool.reserve0().multiply(pool.reserve1()).multiply(thousand).multiply(thousand);
        return balance0.multiply(balance1).compareTo(k) >= 0;
    }

    @Test
    void splittingNeverGivesMoreAndARoundTripNeverProfits() {
        for (int i = 0; i < ROUNDS; i++) {
            ConstantProductPool pool = pool();
            TokenAmount first = new TokenAmount(A, amountIn(pool.reserve0()).add(BigInteger.valueOf(1_000_000)));
            TokenAmount second = new TokenAmount(A, amountIn(pool.reserve0()).add(BigInteger.valueOf(1_000_000)));
            try {
                SwapResult one = pool.swapExactIn(first);
                TokenAmount split =
                        one.amountOut().plus(one.after().swapExactIn(second).amountOut());
                assertThat(split)
                        .isLessThanOrEqualTo(
                                pool.swapExactIn(first.plus(second)).amountOut());
                assertThat(one.after().swapExactIn(one.amountOut()).amountOut()).isLessThan(first);
            } catch (InsufficientLiquidityException tooSmall) {
                assertThat(pool.reserve1()).isLessThan(pool.reserve0());
            }
        }
    }

    /** One unit less would do only where the router's formula divides without a rest. */
    @Test
    void asksForTheLeastInputThatGivesTheOutputAskedOrOneUnitMore() {
        for (int i = 0; i < ROUNDS; i++) {
            ConstantProductPool pool = pool();
            BigInteger out = new BigInteger(pool.reserve1().bitLength(), random).mod(pool.reserve1());
            if (out.signum() > 0) {
                SwapResult swap = pool.swapExactOut(A, new TokenAmount(B, out));
                BigInteger in = swap.amountIn().raw();
                assertThat(swap.amountOut().raw()).isEqualTo(out);
                assertThat(router(in, pool.reserve0(), pool.reserve1())).isGreaterThanOrEqualTo(out);
                assertThat(router(in.subtract(BigInteger.TWO), pool.reserve0(), pool.reserve1()))
                        .isLessThan(out);
                ConstantProductPool after = (ConstantProductPool) swap.after();
                assertThat(after.reserve0()).isEqualTo(pool.reserve0().add(in));
                assertThat(after.reserve1()).isEqualTo(pool.reserve1().subtract(out));
            }
        }
    }

    @Test
    void refusesToGiveTheWholeReserve() {
        ConstantProductPool pool = Pools.pair(1, A, B, 3000, "1000", "1000");

        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> pool.swapExactOut(A, amount(B, "1000")));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.swapExactOut(A, TokenAmount.zero(B)));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.swapExactOut(B, amount(B, "1")));
    }

    @Test
    void countsTheFeeRoundedUp() {
        ConstantProductPool pool = Pools.pair(1, A, B, 3000, "1000000000", "1000000000");

        assertThat(pool.swapExactIn(amount(A, "1001")).fee()).isEqualTo(amount(A, "4"));
    }

    @Test
    void refusesWhatThePairWouldRevert() {
        ConstantProductPool pool = Pools.pair(1, A, B, 3000, "1000000000000", "10");
        BigInteger full = BigInteger.ONE.shiftLeft(112).subtract(pool.reserve0());

        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .as("an output of nothing")
                .isThrownBy(() -> pool.swapExactIn(amount(A, "5")));
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .as("a balance beyond uint112")
                .isThrownBy(() -> pool.swapExactIn(new TokenAmount(A, full)));
        assertThat(pool.swapExactIn(new TokenAmount(A, full.subtract(BigInteger.ONE)))
                        .amountOut())
                .isEqualTo(amount(B, "9"));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.swapExactIn(TokenAmount.zero(A)));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.swapExactIn(amount(C, "5")));
    }

    @Test
    void refusesEmptyAndOversizedReserves() {
        String tooMuch = BigInteger.ONE.shiftLeft(112).toString();
        assertThatIllegalArgumentException().isThrownBy(() -> Pools.pair(1, A, B, 3000, "0", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Pools.pair(1, A, B, 3000, "1", tooMuch));
        assertThatIllegalArgumentException().isThrownBy(() -> Pools.pair(1, A, B, 1_000_000, "1", "1"));
    }

    @Test
    void theMidPriceIsInWholeTokens() {
        ConstantProductPool pool = Pools.pair(1, A, B, 3000, "2000000000000000000", "6000000000");

        assertThat(pool.midPrice(A)).isEqualByComparingTo("3000");
        assertThat(pool.midPrice(B))
                .isCloseTo(
                        new java.math.BigDecimal("0.000333333333333333"),
                        org.assertj.core.api.Assertions.within(new java.math.BigDecimal("1e-15")));
    }

    private ConstantProductPool pool() {
        return Pools.pair(1, A, B, 3000, reserve().toString(), reserve().toString());
    }

    private BigInteger reserve() {
        return new BigInteger(20 + random.nextInt(80), random).add(BigInteger.ONE);
    }

    private BigInteger amountIn(BigInteger reserve) {
        return new BigInteger(1 + random.nextInt(reserve.bitLength() + 8), random).add(BigInteger.ONE);
    }
}
