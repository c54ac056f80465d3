package io.ballast.base.units;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A share in basis points.
 *
 * @param value in [0, 10000]; 10000 is the whole
 */
public record Bps(int value) implements Comparable<Bps> {
    public static final Bps ZERO = new Bps(0);
    public static final Bps WHOLE = new Bps(10_000);
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    public Bps {
        if (value < 0 || value > 10_000) {
            throw new IllegalArgumentException("basis points must be in [0, 10000], was " + value);
        }
    }

    /** {@code amount × value / 10000}, rounded down; the amount must not be negative. */
    public BigInteger of(BigInteger amount) {
        return amount.multiply(BigInteger.valueOf(value)).divide(TEN_THOUSAND);
    }

    /** {@code amount × value / 10000}, rounded half-even. */
    public Usd of(Usd amount) {
        return amount.share(value);
    }

    /** In [0, 1]. */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(value, 4);
    }

    @Override
    public int compareTo(Bps other) {
        return Integer.compare(value, other.value);
    }

    /** As people write it: {@code 12.5%}. */
    public String percent() {
        return BigDecimal.valueOf(value, 2).stripTrailingZeros().toPlainString() + "%";
    }

    @Override
    public String toString() {
        return value + "bps";
    }
}
