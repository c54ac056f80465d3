package io.ballast.base.units;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An amount of the chain's native coin, or a gas price per unit of gas.
 *
 * @param value integer wei, never negative, below 2^256
 */
public record Wei(BigInteger value) implements Comparable<Wei> {
    private static final int DECIMALS = 18;
    public static final Wei ZERO = new Wei(BigInteger.ZERO);

    public Wei {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new IllegalArgumentException("wei must be in [0, 2^256), was " + value);
        }
    }

    public static Wei of(long wei) {
        return new Wei(BigInteger.valueOf(wei));
    }

    /** From gwei (10^9 wei); a fraction below one wei is refused. */
    public static Wei ofGwei(BigDecimal gwei) {
        return new Wei(gwei.movePointRight(9).toBigIntegerExact());
    }

    /** From whole coins (10^18 wei); a fraction below one wei is refused. */
    public static Wei ofCoins(BigDecimal coins) {
        return new Wei(coins.movePointRight(18).toBigIntegerExact());
    }

    public Wei plus(Wei other) {
        return new Wei(value.add(other.value));
    }

    /** Refuses a negative result. */
    public Wei minus(Wei other) {
        return new Wei(value.subtract(other.value));
    }

    public Wei times(long factor) {
        return new Wei(value.multiply(BigInteger.valueOf(factor)));
    }

    public Wei min(Wei other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** In whole coins, exactly. */
    public BigDecimal coins() {
        return new BigDecimal(value, 18);
    }

    /** In gwei, exactly. */
    public BigDecimal gwei() {
        return new BigDecimal(value, 9);
    }

    /** Value at a price of one whole coin. */
    public Usd at(Usd perCoin) {
        return perCoin.times(value, DECIMALS);
    }

    @Override
    public int compareTo(Wei other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return gwei().stripTrailingZeros().toPlainString() + " gwei";
    }
}
