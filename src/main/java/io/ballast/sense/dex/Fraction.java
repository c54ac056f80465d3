package io.ballast.sense.dex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact ratio of two positive integers, not reduced. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    Fraction {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("a ratio needs positive parts, were " + numerator + "/" + denominator);
        }
    }

    /** {@code (root/2^bits)²}. */
    static Fraction square(BigInteger root, int bits) {
        return new Fraction(root.multiply(root), BigInteger.ONE.shiftLeft(2 * bits));
    }

    Fraction inverse() {
        return new Fraction(denominator, numerator);
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** {@code ⌈(1 − this)·scale⌉}, not below zero. */
    BigInteger shortfall(BigInteger scale) {
        BigInteger gap = denominator.subtract(numerator).max(BigInteger.ZERO);
        return FullMath.mulDivRoundingUp(gap, scale, denominator);
    }

    /** To 34 digits. */
    BigDecimal decimal() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL128);
    }
}
