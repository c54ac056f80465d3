package io.ballast.base.config;

import io.ballast.base.units.Wei;
import java.math.BigDecimal;

/** A price per unit of gas as a file writes it. */
@TextForm(expected = "a gas price such as 12 gwei", example = "1 gwei", pattern = Decimals.PATTERN + " ?gwei")
public record GasPrice(Wei perGas) {
    public static GasPrice parse(String text) {
        BigDecimal gwei = Quantity.parse(text).in("gwei");
        if (gwei.stripTrailingZeros().scale() > 9) {
            throw new IllegalArgumentException("is finer than one wei");
        }
        if (gwei.movePointRight(9).toBigInteger().bitLength() > 256) {
            throw new IllegalArgumentException("is beyond 2^256 wei");
        }
        return new GasPrice(Wei.ofGwei(gwei));
    }

    public String text() {
        return Decimals.print(perGas.gwei()) + " gwei";
    }
}
