package io.ballast.base.config;

import io.ballast.base.units.Wei;
import java.math.BigDecimal;

/**
 * An amount of a chain's native coin as a file writes it.
 *
 * @param symbol of the coin; whether it is this chain's is checked where the chain is known
 */
@TextForm(
        expected = "an amount of coins such as 0.02 ETH",
        example = "1 ETH",
        pattern = Decimals.PATTERN + " ?[A-Z]{2,10}")
public record Coins(Wei amount, String symbol) {
    public static Coins parse(String text) {
        Quantity quantity = Quantity.parse(text);
        if (!quantity.unit().matches("[A-Z]{2,10}") || quantity.unit().equals("USD")) {
            throw new IllegalArgumentException("has the unit \"" + quantity.unit() + "\"");
        }
        BigDecimal coins = quantity.number();
        if (coins.stripTrailingZeros().scale() > 18) {
            throw new IllegalArgumentException("is finer than one wei");
        }
        if (coins.movePointRight(18).toBigInteger().bitLength() > 256) {
            throw new IllegalArgumentException("is beyond 2^256 wei");
        }
        return new Coins(Wei.ofCoins(coins), quantity.unit());
    }

    public String text() {
        return Decimals.print(amount.coins()) + " " + symbol;
    }
}
