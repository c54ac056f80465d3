package io.ballast.sense.market;

import io.ballast.base.config.Quantity;
import io.ballast.base.config.TextForm;
import io.ballast.sense.dex.PoolKey;
import java.math.BigDecimal;

/**
 * A pool's fee as a file writes it.
 *
 * @param pips millionths, 1 to 100,000, or {@link PoolKey#DYNAMIC_FEE}
 */
@TextForm(
        expected = "a pool fee such as 5bps or 0.05%",
        example = "5bps",
        pattern = "dynamic|(0|[1-9][0-9]*)(\\.[0-9]+)? ?(bps|%)")
public record PoolFee(int pips) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final String DYNAMIC = "dynamic";

    public static PoolFee parse(String text) {
        if (text.equals(DYNAMIC)) {
            return new PoolFee(PoolKey.DYNAMIC_FEE);
        }
        Quantity quantity = Quantity.parse(text);
        BigDecimal pips = switch (quantity.unit()) {
            case "bps" -> quantity.number().movePointRight(2);
            case "%" -> quantity.number().movePointRight(4);
            default -> throw new IllegalArgumentException("has the unit \"" + quantity.unit() + "\"");
        };
        if (pips.stripTrailingZeros().scale() > 0 || pips.signum() == 0) {
            throw new IllegalArgumentException("is not a whole number of millionths greater than zero");
        }
        if (pips.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("is more than 10%");
        }
        return new PoolFee(pips.intValueExact());
    }

    /** Whether the pool's hooks set it. */
    boolean isDynamic() {
        return pips == PoolKey.DYNAMIC_FEE;
    }

    public String text() {
        return isDynamic()
                ? DYNAMIC
                : BigDecimal.valueOf(pips, 2).stripTrailingZeros().toPlainString() + "bps";
    }
}
