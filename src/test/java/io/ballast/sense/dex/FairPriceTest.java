package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairPriceTest {
    private static final Token USDC = new Token(new Address("0x" + "0".repeat(39) + "1"), "USDC", 6);
    private static final Token WETH = new Token(new Address("0x" + "0".repeat(39) + "2"), "WETH", 18);
    private static final FairPrice PRICE = FairPrice.of(USDC, Usd.of(1), WETH, Usd.of(2_500));

    /** sqrt(10^12 / 2500) is 20,000 exactly. */
    @Test
    void isTheRootOfTheRatioInSmallestUnits() {
        assertThat(PRICE.sqrtX96()).isEqualTo(BigInteger.valueOf(20_000).shiftLeft(96));
    }

    /** A pool without depth tells its price as a floating-point number, by one division where that is enough. */
    @Test
    void roundsToTheNearestFloatingPointNumber() {
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            Token base = new Token(USDC.address(), "BASE", random.nextBoolean() ? 18 : 6);
            PoolSpec spec = Pools.spec(7, base, WETH, 0, 1);
            FairPrice price = FairPrice.of(base, usd(random), WETH, usd(random));
            FlatPool pool = new FlatPool(spec, price, WETH, Bps.ZERO);

            assertThat(pool.midPriceRounded(base)).isEqualTo(pool.midPrice(base).doubleValue());
        }
    }

    private static Usd usd(Random random) {
        return new Usd(BigDecimal.valueOf(1 + random.nextLong(1L << (2 + random.nextInt(56))), 8));
    }

    @Test
    void liesInsideABandOfItsFee() {
        BigDecimal fair = square(PRICE);
        assertThat(square(PRICE.lowest(3_000))
                        .divide(fair, MathContext.DECIMAL64)
                        .doubleValue())
                .isCloseTo(0.997, within(1e-12));
        assertThat(square(PRICE.highest(3_000))
                        .divide(fair, MathContext.DECIMAL64)
                        .doubleValue())
                .isCloseTo(1 / 0.997, within(1e-12));
    }

    @Test
    void findsTheTickBelow() {
        assertThat(StrictMath.pow(1.0001, PRICE.tick())).isLessThanOrEqualTo(4e8);
        assertThat(StrictMath.pow(1.0001, PRICE.tick() + 1)).isGreaterThan(4e8);
        assertThat(FairPrice.of(WETH, Usd.of(2_500), USDC, Usd.of(1)).tick()).isEqualTo(-PRICE.tick() - 1);
    }

    private static BigDecimal square(FairPrice price) {
        return new BigDecimal(price.sqrtX96().pow(2));
    }
}
