package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What every limit is asked about. */
record Question(ProposedTransaction transaction, Situation situation, RiskState state) {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    /** Value of what is sold or approved at feed prices; empty if it has no price. */
    Optional<Usd> notional() {
        return situation.value(transaction.amountIn());
    }

    /** What else was accepted within the window that ends now. */
    Stream<Spend> spends(Duration window) {
        Instant horizon = situation.time().minus(window);
        return state.without(transaction.intentId()).filter(spend -> spend.at().isAfter(horizon));
    }

    /** Notional of the swaps within the window and of this one; empty if this one has no price. */
    Optional<Usd> notional(Duration window) {
        return notional().map(own -> spends(window).map(Spend::notional).reduce(own, Usd::plus));
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
        return swaps(window).count() + 1;
    }
}
