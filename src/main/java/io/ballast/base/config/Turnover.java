package io.ballast.base.config;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;

/**
 * Traded value over invested value as a file writes it; unlike a share it may be more than the whole.
 *
 * @param bps hundredths of a percent, not negative; 10000 is once the whole
 */
@TextForm(
        expected = "a share of what is invested such as 50% or 300%",
        example = "50%",
        pattern = Decimals.PATTERN + " ?(bps|%)")
public record Turnover(int bps) implements Comparable<Turnover> {
    private static final int MOST = 100_000_000;

    public Turnover {
        if (bps < 0) {
            throw new IllegalArgumentException("turnover must not be negative, was " + bps);
        }
    }

    /** @throws IllegalArgumentException with the reason */
    public static Turnover parse(String text) {
        Quantity quantity = Quantity.parse(text);
        BigDecimal bps = quantity.unit().equals("%") ? quantity.number().movePointRight(2) : quantity.in("bps");
        if (bps.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("is finer than 1bps (0.01%)");
        }
        if (bps.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new IllegalArgumentException("is more than 1000000%");
        }
        return new Turnover(bps.intValueExact());
    }

    public static Turnover of(Bps share) {
        return new Turnover(share.value());
    }

    public String text() {
        return bps % 100 == 0 ? bps / 100 + "%" : bps + "bps";
    }

    /** 1 is once the whole. */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(bps, 4);
    }

    /** So much of a value. */
    public Usd of(Usd invested) {
        return invested.share(bps);
    }

    @Override
    public int compareTo(Turnover other) {
        return Integer.compare(bps, other.bps);
    }

    @Override
    public String toString() {
        return bps + "bps";
    }
}
