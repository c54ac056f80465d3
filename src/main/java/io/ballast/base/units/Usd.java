package io.ballast.base.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An amount of US dollars, or a price per whole token; may be negative (a loss).
 *
 * @param value dollars at scale 8, the scale of Chainlink's USD feeds
 */
public record Usd(BigDecimal value) implements Comparable<Usd> {
    static final int SCALE = 8;
    private static final int SHARE_SCALE = 12;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(SHARE_SCALE);
    private static final BigDecimal ALL = BigDecimal.ONE.setScale(SHARE_SCALE);
    public static final Usd ZERO = of(BigDecimal.ZERO);

    public Usd {
        if (value.scale() != SCALE) {
            throw new IllegalArgumentException("dollars must have scale " + SCALE + ", was " + value.scale());
        }
    }

    /** Rounded half-even to scale 8. */
    public static Usd of(BigDecimal dollars) {
        return new Usd(dollars.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    public static Usd of(long dollars) {
        return of(BigDecimal.valueOf(dollars));
    }

    public Usd plus(Usd other) {
        return new Usd(value.add(other.value));
    }

    public Usd minus(Usd other) {
        return new Usd(value.subtract(other.value));
    }

    /** Value of an integer amount at this price of one whole, rounded half-even. */
    Usd times(BigInteger raw, int decimals) {
        BigInteger price = value.unscaledValue();
        long product = price.bitLength() < Long.SIZE ? ShortProduct.of(raw, price.longValue(), decimals) : -1;
        return product >= 0
                ? new Usd(BigDecimal.valueOf(product, SCALE))
                : of(new BigDecimal(raw, decimals).multiply(value));
    }

    /** So many basis points of it, rounded half-even; may be more than all of it. */
    public Usd share(int bps) {
        return times(BigInteger.valueOf(bps), 4);
    }

    public Usd abs() {
        return new Usd(value.abs());
    }

    public Usd max(Usd other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    /**
     * This amount as a share of another, rounded half-even to 12 places.
     *
     * @throws ArithmeticException if {@code whole} is zero
     */
    public BigDecimal over(Usd whole) {
        if (whole.value.signum() != 0 && (value.signum() == 0 || equals(whole))) {
            return value.signum() == 0 ? NOTHING : ALL;
        }
        return value.divide(whole.value, SHARE_SCALE, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Usd other) {
        return value.compareTo(other.value);
    }

    /** Two decimals, rounded half away from zero, and the unit: {@code 12,400.00 USD}. */
    @Override
    public String toString() {
        String digits = value.setScale(2, RoundingMode.HALF_UP).toPlainString();
        StringBuilder text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int at = digits.length() - 6; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.append(" USD").toString();
    }
}
