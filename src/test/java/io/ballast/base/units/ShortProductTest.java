package io.ballast.base.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values of amounts are the same by the short way and by the long one. */
class ShortProductTest {
    private static final Address ADDRESS = new Address("0x" + "0".repeat(39) + "1");

    @Test
    void valuesAmountsOfEverySizeAsLongArithmeticDoes() {
        Random random = new Random(5);
        int shorter = 0;
        for (int i = 0; i < 200_000; i++) {
            int decimals = random.nextInt(37);
            BigInteger raw = new BigInteger(random.nextInt(140), random);
            long price = random.nextLong() >>> (1 + random.nextInt(60));

            assertSame(raw, price, decimals);
            shorter += ShortProduct.of(raw, price, decimals) >= 0 ? 1 : 0;
        }
        assertThat(shorter).isBetween(40_000, 180_000);
    }

    @Test
    void roundsHalvesToTheEvenNeighbour() {
        for (int decimals = 1; decimals <= 18; decimals++) {
            BigInteger half = BigInteger.TEN.pow(decimals).shiftRight(1);
            for (long odd = 1; odd < 40; odd++) {
                assertSame(half.multiply(BigInteger.valueOf(odd)), 1, decimals);
                assertSame(half.multiply(BigInteger.valueOf(odd)).add(BigInteger.ONE), 1, decimals);
                assertSame(half.multiply(BigInteger.valueOf(odd)).subtract(BigInteger.ONE), 1, decimals);
            }
        }
    }

    @Test
    void valuesWhatNoLongHolds() {
        BigInteger highest = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        for (int decimals = 0; decimals <= 18; decimals++) {
            for (long price : new long[] {0, 1, 2, 99_999_999, 100_000_000, Long.MAX_VALUE}) {
                assertSame(highest, price, decimals);
                assertSame(highest.add(BigInteger.ONE), price, decimals);
                assertSame(highest.shiftRight(1), price, decimals);
                assertSame(highest.shiftRight(1).add(BigInteger.ONE), price, decimals);
            }
        }
    }

    private static void assertSame(BigInteger raw, long price, int decimals) {
        Usd perWhole = new Usd(BigDecimal.valueOf(price, 8));
        TokenAmount amount = new TokenAmount(new Token(ADDRESS, "T", decimals), raw);

        assertThat(amount.at(perWhole)).isEqualTo(Usd.of(amount.whole().multiply(perWhole.value())));
    }
}
