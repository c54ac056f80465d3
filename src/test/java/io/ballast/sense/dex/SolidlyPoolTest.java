package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Equality with a contract is {@code SolidlyPairIT}'s matter. */
class SolidlyPoolTest {
    private final Random random = new Random(3);

    @Test
    void aVolatilePairTakesItsFeeFirstAndRoundsItDown() {
        SolidlyPool pool = pool("1000000000000000000000", "2000000000", false, 30);

        assertThat(pool.swapExactIn(amount(B, "999")).fee()).isEqualTo(amount(B, "2"));
        assertThat(((SolidlyPool) pool.swapExactIn(amount(A, "1000000000000000000"))
                                .after())
                        .reserve0())
                .as("the fee never enters the reserves")
                .isEqualTo(new BigInteger("1000997000000000000000"));
    }

    @Test
    void aStablePairTradesNearParWithoutThinningMuch() {
        SolidlyPool pool = pool("1000000000000000000000000", "1000000000000", true, 5);
        TokenAmount out = pool.swapExactIn(amount(A, "10000000000000000000000")).amountOut();

        assertThat(out.whole()).isCloseTo(new BigDecimal("9995"), within(new BigDecimal("0.1")));
        assertThat(pool.midPrice(A)).isEqualByComparingTo("1");
    }

    @Test
    void theMidPriceIsWhatSmallSwapsGiveBeforeTheFee() {
        for (boolean stable : new boolean[] {true, false}) {
            SolidlyPool pool = pool("3000000000000000000000000", "1000000000000", stable, 0);
            BigDecimal out = pool.swapExactIn(amount(A, "1000000000000000000"))
                    .amountOut()
                    .whole();

            assertThat(out).isCloseTo(pool.midPrice(A), within(new BigDecimal("0.000003")));
            assertThat(pool.midPrice(A).multiply(pool.midPrice(B)))
                    .isCloseTo(BigDecimal.ONE, within(new BigDecimal("1e-30")));
        }
    }

    @Test
    void anExactOutputCostsTheLeastInputThatGivesIt() {
        for (boolean stable : new boolean[] {true, false}) {
            SolidlyPool pool = pool("3000000000000000000000000", "1000000000000", stable, 5);
            for (int i = 0; i < 100; i++) {
                TokenAmount out = new TokenAmount(B, new BigInteger(36, random).add(BigInteger.TWO));
                SwapResult swap = pool.swapExactOut(A, out);
                TokenAmount less = swap.amountIn().minus(amount(A, "1"));

                assertThat(swap.amountOut()).isEqualTo(out);
                assertThat(pool.swapExactIn(swap.amountIn()).amountOut()).isGreaterThanOrEqualTo(out);
                assertThat(pool.swapExactIn(less).amountOut()).isLessThan(out);
            }
        }
    }

    @Test
    void theInvariantNeverFallsAndARoundTripNeverProfits() {
        for (int i = 0; i < 500; i++) {
            SolidlyPool pool = pool("3000000000000000000000000", "1000000000000", i % 2 == 0, 0);
            TokenAmount in = new TokenAmount(A, new BigInteger(78, random).add(BigInteger.TEN.pow(14)));
            SwapResult there = pool.swapExactIn(in);

            assertThat(there.after().swapExactIn(there.amountOut()).amountOut()).isLessThanOrEqualTo(in);
        }
    }

    @Test
    void refusesWhatThePairWouldRevert() {
        SolidlyPool pool = pool("1000000000000000000", "1000000", true, 5);

        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> pool.swapExactIn(amount(A, "1000")));
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> pool.swapExactOut(A, amount(B, "1000000")));
        assertThatIllegalArgumentException().isThrownBy(() -> pool("0", "1", true, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> pool("1", "1", true, 301));
    }

    static SolidlyPool pool(String reserve0, String reserve1, boolean stable, int feeBps) {
        PoolSpec spec = new PoolSpec(PoolId.of(Pools.address(9)), Venue.AERODROME, A, B, feeBps * 100, 0);
        return new SolidlyPool(spec, new BigInteger(reserve0), new BigInteger(reserve1), stable, feeBps);
    }
}
