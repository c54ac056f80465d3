package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a swap leaves of its two tokens, as shares of everything invested, at feed prices. */
record WeightAfter(Question question) {
    /** Weight of the token sold; empty if something it rests on is unknown. */
    Optional<BigDecimal> sold() {
        return of(question.transaction().tokenIn());
    }

    /** Weight of the token bought; empty if something it rests on is unknown. */
    Optional<BigDecimal> bought() {
        return of(question.transaction().tokenOut());
    }

    private Optional<BigDecimal> of(Token token) {
        Situation situation = question.situation();
        Optional<Usd> held = situation.holding(token).flatMap(situation::value);
        Optional<Usd> paid = question.notional();
        Optional<Usd> received = situation.value(question.transaction().quotedOut());
        if (held.isEmpty() || paid.isEmpty() || received.isEmpty()) {
            return Optional.empty();
        }
        Usd invested = situation.invested().minus(paid.get()).plus(received.get());
        Usd after = token.equals(question.transaction().tokenIn())
                ? held.get().minus(paid.get())
                : held.get().plus(received.get());
        return invested.isPositive() ? Optional.of(after.over(invested)) : Optional.empty();
    }

    static Optional<WeightBound> bound(List<WeightBound> bounds, Token token) {
        for (WeightBound bound : bounds) {
            if (bound.token().equals(token)) {
                return Optional.of(bound);
            }
        }
        return Optional.empty();
    }
}
