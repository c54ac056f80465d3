package io.ballast.act.journal.json;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tokens as {@code WETH 18 0xC02a…}, amounts as {@code 1000 WETH 18 0xC02a…} with the integer in front. A decision spells a few
 * of them hundreds of times, so that their length is most of a journal's. Thread-safe.
 */
final class TokenText {
    private static final int MOST = 10_000;
    private final Function<Address, String> write;
    private final Function<String, Address> read;
    private final Map<Token, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    TokenText(Function<Address, String> write, Function<String, Address> read) {
        this.write = write;
        this.read = read;
    }

    String write(Token token) {
        return Known.of(texts, token, MOST, it -> it.symbol() + ' ' + it.decimals() + ' ' + write.apply(it.address()));
    }

    /** @throws IllegalArgumentException for what is no token */
    Token read(String text) {
        return Known.of(tokens, text, MOST, this::parse);
    }

    private Token parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("symbol, decimals and address are due, was \"" + text + "\"");
        }
        return new Token(read.apply(parts[2]), parts[0], Integer.parseInt(parts[1]));
    }

    String write(TokenAmount amount) {
        return amount.raw() + " " + write(amount.token());
    }

    /** @throws IllegalArgumentException for what is no amount */
    TokenAmount readAmount(String text) {
        int end = text.indexOf(' ');
        if (end < 0) {
            throw new IllegalArgumentException("an integer and a token are due, was \"" + text + "\"");
        }
        return new TokenAmount(read(text.substring(end + 1)), new BigInteger(text.substring(0, end)));
    }
}
