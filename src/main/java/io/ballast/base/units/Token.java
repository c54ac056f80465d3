package io.ballast.base.units;

/**
 * An ERC-20 token, known by its pinned address; the symbol is a label only.
 *
 * @param decimals number of decimal places of one whole token, 0 to 36
 */
public record Token(Address address, String symbol, int decimals) {
    public Token {
        if (decimals < 0 || decimals > 36) {
            throw new IllegalArgumentException("decimals must be in [0, 36], was " + decimals);
        }
        if (!symbol.matches("[A-Za-z0-9.+_-]{1,16}")) {
            throw new IllegalArgumentException("symbol must be 1 to 16 letters or digits, was \"" + symbol + "\"");
        }
    }

    @Override
    public String toString() {
        return symbol;
    }
}
