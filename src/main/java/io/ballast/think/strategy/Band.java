package io.ballast.think.strategy;

import io.ballast.base.config.Quantity;
import io.ballast.base.config.TextForm;
import io.ballast.base.units.Bps;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The no-trade band as a file writes it.
 *
 * @param width half-width; empty means derived from cost
 */
@TextForm(
        expected = "auto, or a share such as 5% or 250bps",
        example = "auto",
        pattern = "auto|(0|[1-9][0-9]*)(\\.[0-9]+)? ?(bps|%)")
public record Band(Optional<Bps> width) {
    private static final int MOST = 5_000;

    public static Band parse(String text) {
        if (text.equals("auto")) {
            return new Band(Optional.empty());
        }
        Quantity quantity = Quantity.parse(text);
        BigDecimal bps = quantity.unit().equals("%") ? quantity.number().movePointRight(2) : quantity.in("bps");
        if (bps.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("is finer than 1bps (0.01%)");
        }
        if (bps.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new IllegalArgumentException("is more than 50%");
        }
        return new Band(Optional.of(new Bps(bps.intValueExact())));
    }

    public String text() {
        return width.map(Bps::toString).orElse("auto");
    }
}
