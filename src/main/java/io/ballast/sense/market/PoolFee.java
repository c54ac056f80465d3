package io.ballast.sense.market;

import io.ballast.base.config.Quantity;
import io.ballast.base.config.TextForm;
import java.math.BigDecimal;

/**
 * A pool's fee as a file writes it.
 *
 * @param pips millionths, 1 to 100,000
 */
@TextForm(
        expected = "a pool fee such as 5bps or 0.05%",
        example = "5bps",
        pattern = "(0|[1-9][0-9]*)(\\.[0-9]+)? ?(bps|%)")
public record PoolFee(int pips) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    public static PoolFee parse(String text) {
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

    public String text() {
        return BigDecimal.valueOf(pips, 2).stripTrailingZeros().toPlainString() + "bps";
    }
}
