package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * Powers by natural logarithm and exponential in fixed point, digit for digit as Balancer's contracts compute them. All
 * divisions round towards zero. Source: LogExpMath of the npm package {@code balancer-labs/v2-solidity-utils} (MIT).
 */
final class LogExp {
    private static final BigInteger ONE_18 = BigInteger.TEN.pow(18);
    private static final BigInteger ONE_20 = BigInteger.TEN.pow(20);
    private static final BigInteger ONE_36 = BigInteger.TEN.pow(36);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger MOST = BigInteger.valueOf(130).multiply(ONE_18);
    private static final BigInteger LEAST = BigInteger.valueOf(-41).multiply(ONE_18);
    private static final BigInteger NEAR_LOW = new BigInteger("900000000000000000");
    private static final BigInteger NEAR_HIGH = new BigInteger("1100000000000000000");
    private static final BigInteger MOST_EXPONENT =
            BigInteger.ONE.shiftLeft(254).divide(ONE_20);

    /** Powers {@code e^x} with {@code x} to 18 places and {@code e^x} an integer. */
    private static final Power[] WHOLE = {
        new Power("128000000000000000000", "38877084059945950922200000000000000000000000000000000000"),
        new Power("64000000000000000000", "6235149080811616882910000000"),
    };

    /** Powers {@code e^x}, both to 20 places, {@code x} from 2^5 to 2^-4. */
    private static final Power[] FINE = {
        new Power("3200000000000000000000", "7896296018268069516100000000000000"),
        new Power("1600000000000000000000", "888611052050787263676000000"),
        new Power("800000000000000000000", "298095798704172827474000"),
        new Power("400000000000000000000", "5459815003314423907810"),
        new Power("200000000000000000000", "738905609893065022723"),
        new Power("100000000000000000000", "271828182845904523536"),
        new Power("50000000000000000000", "164872127070012814685"),
        new Power("25000000000000000000", "128402541668774148407"),
        new Power("12500000000000000000", "113314845306682631683"),
        new Power("6250000000000000000", "106449445891785942956"),
    };

    /** The exponential's series converges without the last two. */
    private static final int FINE_FOR_EXP = 8;

    private record Power(BigInteger x, BigInteger value) {
        Power(String x, String value) {
            this(new BigInteger(x), new BigInteger(value));
        }
    }

    private LogExp() {}

    /**
     * {@code x^y}, both and the result to 18 places, not negative.
     *
     * @throws InsufficientLiquidityException where the contract reverts
     */
    static BigInteger pow(BigInteger x, BigInteger y) {
        if (y.signum() == 0) {
            return ONE_18;
        }
        if (x.signum() == 0) {
            return BigInteger.ZERO;
        }
        require(x.bitLength() <= 255 && y.compareTo(MOST_EXPONENT) < 0);
        return exp(exponent(x, y).divide(ONE_18));
    }

    /** {@code ln(x)·y} to 36 places, near one from a logarithm that itself has 36. */
    private static BigInteger exponent(BigInteger x, BigInteger y) {
        if (x.compareTo(NEAR_LOW) > 0 && x.compareTo(NEAR_HIGH) < 0) {
            BigInteger[] parts = lnNearOne(x).divideAndRemainder(ONE_18);
            return parts[0].multiply(y).add(parts[1].multiply(y).divide(ONE_18));
        }
        return ln(x).multiply(y);
    }

    private static BigInteger exp(BigInteger exponent) {
        require(exponent.compareTo(LEAST) >= 0 && exponent.compareTo(MOST) <= 0);
        if (exponent.signum() < 0) {
            return ONE_36.divide(exp(exponent.negate()));
        }
        BigInteger x = exponent;
        BigInteger whole = BigInteger.ONE;
        for (Power power : WHOLE) {
            if (whole.equals(BigInteger.ONE) && x.compareTo(power.x()) >= 0) {
                x = x.subtract(power.x());
                whole = power.value();
            }
        }
        return expFine(x.multiply(HUNDRED)).multiply(whole).divide(HUNDRED);
    }

    /** {@code e^x}, both to 20 places, for {@code x} below 64. */
    private static BigInteger expFine(BigInteger exponent) {
        BigInteger x = exponent;
        BigInteger product = ONE_20;
        for (int i = 0; i < FINE_FOR_EXP; i++) {
            if (x.compareTo(FINE[i].x()) >= 0) {
                x = x.subtract(FINE[i].x());
                product = product.multiply(FINE[i].value()).divide(ONE_20);
            }
        }
        BigInteger term = x;
        BigInteger sum = ONE_20.add(term);
        for (int n = 2; n <= 12; n++) {
            term = term.multiply(x).divide(ONE_20).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        return product.multiply(sum).divide(ONE_20);
    }

    /** To 18 places. */
    private static BigInteger ln(BigInteger argument) {
        if (argument.compareTo(ONE_18) < 0) {
            return ln(ONE_36.divide(argument)).negate();
        }
        BigInteger a = argument;
        BigInteger sum = BigInteger.ZERO;
        for (Power power : WHOLE) {
            if (a.compareTo(power.value().multiply(ONE_18)) >= 0) {
                a = a.divide(power.value());
                sum = sum.add(power.x());
            }
        }
        sum = sum.multiply(HUNDRED);
        a = a.multiply(HUNDRED);
        for (Power power : FINE) {
            if (a.compareTo(power.value()) >= 0) {
                a = a.multiply(ONE_20).divide(power.value());
                sum = sum.add(power.x());
            }
        }
        return sum.add(lnSeries(a, ONE_20, 11)).divide(HUNDRED);
    }

    /** To 36 places, for an argument between 0.9 and 1.1. */
    private static BigInteger lnNearOne(BigInteger argument) {
        return lnSeries(argument.multiply(ONE_18), ONE_36, 15);
    }

    /** {@code 2·artanh((a − 1)/(a + 1))} up to the power {@code last}. */
    private static BigInteger lnSeries(BigInteger a, BigInteger one, int last) {
        BigInteger z = a.subtract(one).multiply(one).divide(a.add(one));
        BigInteger squared = z.multiply(z).divide(one);
        BigInteger power = z;
        BigInteger sum = z;
        for (int n = 3; n <= last; n += 2) {
            power = power.multiply(squared).divide(one);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum.shiftLeft(1);
    }

    private static void require(boolean inRange) {
        if (!inRange) {
            throw new InsufficientLiquidityException("the power is out of the contract's range");
        }
    }
}
