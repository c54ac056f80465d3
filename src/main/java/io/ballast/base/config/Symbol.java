package io.ballast.base.config;

/** A label of a token; the network file says which address it stands for. */
@TextForm(expected = "a token's symbol such as WETH", example = "WETH", pattern = "[A-Za-z0-9.+_-]{1,16}")
public record Symbol(String text) implements Comparable<Symbol> {
    public static Symbol parse(String text) {
        if (!text.matches("[A-Za-z0-9.+_-]{1,16}")) {
            throw new IllegalArgumentException("is not a symbol");
        }
        return new Symbol(text);
    }

    @Override
    public int compareTo(Symbol other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
