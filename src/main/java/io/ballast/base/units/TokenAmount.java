package io.ballast.base.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A quantity of one token.
 *
 * @param raw integer in the token's smallest unit, never negative, below 2^256
 */
public record TokenAmount(Token token, BigInteger raw) implements Comparable<TokenAmount> {
    public TokenAmount {
        if (raw.signum() < 0 || raw.bitLength() > 256) {
            throw new IllegalArgumentException("amount of " + token + " must be in [0, 2^256), was " + raw);
        }
    }

    /** None of the token. */
    public static TokenAmount zero(Token token) {
        return new TokenAmount(token, BigInteger.ZERO);
    }

    /** From whole tokens; more decimal places than the token has are refused. */
    public static TokenAmount of(Token token, BigDecimal whole) {
        try {
            return new TokenAmount(token, whole.movePointRight(token.decimals()).toBigIntegerExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(token + " has " + token.decimals() + " decimals, was " + whole, e);
        }
    }

    /** In whole tokens, exactly. */
    public BigDecimal whole() {
        return new BigDecimal(raw, token.decimals());
    }

    /** Value at a price, rounded half-even to the scale of {@link Usd}. */
    public Usd at(Usd perWholeToken) {
        return isZero() ? Usd.ZERO : perWholeToken.times(raw, token.decimals());
    }

    public TokenAmount plus(TokenAmount other) {
        return new TokenAmount(token, raw.add(same(other).raw));
    }

    /** Refuses a negative result. */
    public TokenAmount minus(TokenAmount other) {
        return new TokenAmount(token, raw.subtract(same(other).raw));
    }

    /** This amount times {@code bps} of 10,000, rounded down. */
    public TokenAmount times(Bps bps) {
        return new TokenAmount(token, bps.of(raw));
    }

    public TokenAmount min(TokenAmount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return raw.signum() == 0;
    }

    @Override
    public int compareTo(TokenAmount other) {
        return raw.compareTo(same(other).raw);
    }

    private TokenAmount same(TokenAmount other) {
        if (!token.equals(other.token)) {
            throw new IllegalArgumentException("tokens differ: " + token + " and " + other.token);
        }
        return other;
    }

    /** For people: at most eight decimal places, rounded down, and the symbol. */
    @Override
    public String toString() {
        BigDecimal whole = whole();
        BigDecimal shown = whole.scale() > 8 ? whole.setScale(8, RoundingMode.DOWN) : whole;
        return shown.toPlainString() + " " + token.symbol();
    }
}
