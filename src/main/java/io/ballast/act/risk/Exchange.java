package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a counted swap exchanged.
 *
 * @param paid what it sells
 * @param received what it was quoted to buy
 */
public record Exchange(TokenAmount paid, TokenAmount received) {
    /** Whether another one sells the same amount for the same token. */
    boolean repeats(Exchange other) {
        return paid.equals(other.paid) && received.token().equals(other.received.token());
    }

    /** Whether another one is between the same two tokens, either way. */
    boolean samePair(Exchange other) {
        return has(other.paid.token()) && has(other.received.token());
    }

    private boolean has(Token token) {
        return paid.token().equals(token) || received.token().equals(token);
    }

    /**
     * What the swap has brought until now: value of what was bought over value of what was sold, both at feed prices of now,
     * less one. Cost counts, and so does every movement of the two prices since. Empty if a price is missing or the sold amount
     * is worth nothing.
     */
    Optional<BigDecimal> result(Situation situation) {
        Optional<Usd> sold = situation.value(paid).filter(Usd::isPositive);
        return sold.flatMap(
                worth -> situation.value(received).map(now -> now.minus(worth).over(worth)));
    }
}
