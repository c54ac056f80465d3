package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every limit is asked about.
 *
 * @param notional value of what is sold or approved at feed prices; empty if it has no price
 */
record Question(ProposedTransaction transaction, Situation situation, RiskState state, Optional<Usd> notional) {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    Question(ProposedTransaction transaction, Situation situation, RiskState state) {
        this(transaction, situation, state, situation.value(transaction.amountIn()));
    }

    /** What else was accepted within the window that ends now. */
    Stream<Spend> spends(Duration window) {
        Instant horizon = situation.time().minus(window);
        return state.without(transaction.intentId()).filter(spend -> spend.at().isAfter(horizon));
    }

    /** Notional of the swaps within the window and of this one; empty if this one has no price. */
    Optional<Usd> notional(Duration window) {
        if (notional.isEmpty()) {
            return notional;
        }
        Instant horizon = situation.time().minus(window);
        Usd sum = notional.get();
        for (Spend spend : state.spends()) {
            if (isAnother(spend) && spend.at().isAfter(horizon)) {
                sum = sum.plus(spend.notional());
            }
        }
        return Optional.of(sum);
    }

    /** Gas of everything else within the window. */
    Usd gas(Duration window) {
        Instant horizon = situation.time().minus(window);
        Usd sum = Usd.ZERO;
        for (Spend spend : state.spends()) {
            if (isAnother(spend) && spend.at().isAfter(horizon)) {
                sum = sum.plus(spend.gas());
            }
        }
        return sum;
    }

    private boolean isAnother(Spend spend) {
        return !spend.intentId().equals(transaction.intentId());
    }

    /** Whether this is a way out of risk: it buys cash. */
    boolean buys(Token cash) {
        return transaction.tokenOut().equals(cash);
    }

    /** What this swap, or the one that this approval is for, exchanges. */
    Exchange exchange() {
        return new Exchange(transaction.amountIn(), transaction.quotedOut());
    }

    /** Swaps within the window that another intent made, oldest first. */
    Stream<Spend> swaps(Duration window) {
        return spends(window).filter(Spend::swap);
    }

    /** Swaps within the window, this one included. */
    long trades(Duration window) {
        Instant horizon = situation.time().minus(window);
        long trades = 1;
        for (Spend spend : state.spends()) {
            trades += isAnother(spend) && spend.swap() && spend.at().isAfter(horizon) ? 1 : 0;
        }
        return trades;
    }
}
