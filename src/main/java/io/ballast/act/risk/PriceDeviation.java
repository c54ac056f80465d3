package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Value of the quoted amount out against the amount in, both at feed prices. Too little means a moved pool or a late feed; too
 * much means that one of the sources lies.
 */
record PriceDeviation(Bps max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.PRICE_DEVIATION_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        Token bought = question.transaction().tokenOut();
        Optional<Usd> paid = question.notional();
        Optional<Usd> received =
                question.situation().value(question.transaction().quotedOut());
        if (paid.isEmpty() || received.isEmpty()) {
            return unpriced(paid.isEmpty() ? question.transaction().tokenIn() : bought);
        }
        if (!paid.get().isPositive()) {
            return LimitCheck.refuse(code(), "the amount is worth nothing");
        }
        BigDecimal deviation = received.get().minus(paid.get()).abs().over(paid.get());
        return LimitCheck.atMost(code(), deviation, max.fraction(), LimitCheck::bps);
    }
}
