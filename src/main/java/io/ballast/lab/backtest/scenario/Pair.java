package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Symbol;
import io.ballast.base.config.TextForm;

/** Two tokens that trade against each other; their order means nothing. */
@TextForm(
        expected = "two symbols such as WETH/USDC",
        example = "WETH/USDC",
        pattern = "[A-Za-z0-9.+_-]{1,16}/[A-Za-z0-9.+_-]{1,16}")
public record Pair(Symbol one, Symbol other) implements Comparable<Pair> {
    /** @throws IllegalArgumentException with the reason */
    public static Pair parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("has no \"/\"");
        }
        Pair pair = new Pair(Symbol.parse(text.substring(0, slash)), Symbol.parse(text.substring(slash + 1)));
        if (pair.one.equals(pair.other)) {
            throw new IllegalArgumentException("names one token twice");
        }
        return pair;
    }

    public String text() {
        return one + "/" + other;
    }

    @Override
    public int compareTo(Pair that) {
        return text().compareTo(that.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
