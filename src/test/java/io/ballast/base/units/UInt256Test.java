package io.ballast.base.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UInt256Test {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);
    private final SplittableRandom random = new SplittableRandom(20_260_301);

    /** Two million triples of 6,000 numbers; the quotients that do not fit are refused, the others equal. */
    @Test
    void dividesEveryProductAsBigIntegerDoes() {
        BigInteger[] numbers = Stream.generate(this::number).limit(6_000).toArray(BigInteger[]::new);
        UInt256[] ours = Stream.of(numbers).map(UInt256::of).toArray(UInt256[]::new);
        int refused = 0;
        for (int i = 0; i < 2_000_000; i++) {
            int a = random.nextInt(numbers.length);
            int b = random.nextInt(numbers.length);
            int d = random.nextInt(numbers.length);
            if (numbers[d].signum() > 0) {
                BigInteger expected = numbers[a].multiply(numbers[b]).divide(numbers[d]);
                agree(expected, () -> ours[a].mulDiv(ours[b], ours[d]));
                refused += expected.bitLength() > 256 ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(200_000, 1_200_000);
    }

    @Test
    void doesEveryOtherOperationAsBigIntegerDoes() {
        for (int i = 0; i < 60_000; i++) {
            BigInteger a = number();
            BigInteger b = number();
            BigInteger d = number();
            UInt256 x = UInt256.of(a);
            UInt256 y = UInt256.of(b);
            UInt256 z = UInt256.of(d);
            agree(a.add(b), () -> x.add(y));
            agree(a.subtract(b), () -> x.subtract(y));
            agree(a.multiply(b), () -> x.multiply(y));
            agree(a.multiply(b).shiftRight(96), () -> x.mulShift96(y));
            agree(roundedUp(a.multiply(b), BigInteger.ONE.shiftLeft(96)), () -> x.mulShift96RoundingUp(y));
            int bits = random.nextInt(256);
            agree(a.shiftLeft(bits), () -> x.shiftLeft(bits));
            agree(a.shiftRight(bits), () -> x.shiftRight(bits));
            if (d.signum() > 0) {
                agree(roundedUp(a.multiply(b), d), () -> x.mulDivRoundingUp(y, z));
                agree(a.divide(d), () -> x.divide(z));
                agree(roundedUp(a, d), () -> x.divideRoundingUp(z));
                agree(a.mod(d), () -> x.remainder(z));
            }
            if (Integer.signum(x.compareTo(y)) != a.compareTo(b)
                    || x.bitLength() != a.bitLength()
                    || x.equals(y) != a.equals(b)) {
                throw new AssertionError(a + " and " + b);
            }
        }
    }

    @Test
    void translatesToAndFromOtherForms() {
        for (int i = 0; i < 20_000; i++) {
            BigInteger a = number();
            UInt256 x = UInt256.of(a);
            assertThat(x.toBigInteger()).isEqualTo(a);
            assertThat(UInt256.ofBytes(x.toBytes())).isEqualTo(x).hasSameHashCodeAs(x);
            assertThat(UInt256.parse(x.toString())).isEqualTo(x);
            assertThat(x.doubleValue()).isBetween(Math.nextDown(a.doubleValue()), Math.nextUp(a.doubleValue()));
        }
        assertThat(UInt256.of(7)).isEqualTo(UInt256.parse("7")).hasToString("7");
        assertThat(UInt256.MAX.toBytes()).hasSize(32).containsOnly(0xff);
    }

    @Test
    void refusesWhatDoesNotFitAndDivisionByZero() {
        refuses(() -> UInt256.of(-1));
        refuses(() -> UInt256.of(BigInteger.ONE.negate()));
        refuses(() -> UInt256.of(LIMIT));
        refuses(() -> UInt256.MAX.add(UInt256.ONE));
        refuses(() -> UInt256.ZERO.subtract(UInt256.ONE));
        refuses(() -> UInt256.MAX.mulDivRoundingUp(UInt256.MAX, UInt256.MAX.subtract(UInt256.ONE)));
        refuses(() -> UInt256.ONE.divide(UInt256.ZERO));
        refuses(() -> UInt256.ONE.remainder(UInt256.ZERO));
        refuses(() -> UInt256.ZERO.mulDiv(UInt256.ZERO, UInt256.ZERO));
        refuses(() -> UInt256.ONE.shiftLeft(256));
        refuses(() -> UInt256.ONE.shiftRight(-1));
        assertThat(UInt256.MAX.mulDiv(UInt256.MAX, UInt256.MAX)).isEqualTo(UInt256.MAX);
    }

    private static void agree(BigInteger expected, Supplier<UInt256> actual) {
        if (expected.signum() < 0 || expected.bitLength() > 256) {
            refuses(actual);
        } else if (!actual.get().equals(UInt256.of(expected))) {
            throw new AssertionError("expected " + expected + ", was " + actual.get());
        }
    }

    /** By hand: a million of AssertJ's would take a minute. */
    private static void refuses(Supplier<UInt256> call) {
        UInt256 result;
        try {
            result = call.get();
        } catch (ArithmeticException expected) {
            return;
        }
        throw new AssertionError("was " + result);
    }

    private static BigInteger roundedUp(BigInteger a, BigInteger d) {
        return a.add(d).subtract(BigInteger.ONE).divide(d);
    }

    private static final List<BigInteger> EDGES = edges();

    /** 0, 1 and each power of two, one less and one more. */
    private static List<BigInteger> edges() {
        List<BigInteger> edges = new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.ONE));
        for (int bit = 1; bit <= 256; bit++) {
            BigInteger power = BigInteger.ONE.shiftLeft(bit);
            edges.add(power.subtract(BigInteger.ONE));
            if (bit < 256) {
                edges.add(power);
                edges.add(power.add(BigInteger.ONE));
            }
        }
        return List.copyOf(edges);
    }

    /** Any length of bits is as likely as any other; one in four is an edge, one in four has long runs of ones and zeros. */
    private BigInteger number() {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return EDGES.get(random.nextInt(EDGES.size()));
        }
        int bits = 1 + random.nextInt(256);
        BigInteger value = kind == 1 ? runs() : uniform();
        return value.shiftRight(256 - bits);
    }

    private BigInteger uniform() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes);
    }

    private BigInteger runs() {
        int from = random.nextInt(256);
        int to = random.nextInt(256);
        return BigInteger.ONE
                .shiftLeft(256)
                .subtract(BigInteger.ONE.shiftLeft(from))
                .xor(BigInteger.ONE.shiftLeft(to).subtract(BigInteger.ONE))
                .mod(LIMIT);
    }
}
