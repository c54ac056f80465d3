package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Value of the quoted amount out against the amount in, both at the mean prices of the last half hour. A pool moved within one
 * block hardly moves its mean. Where this witness is asked for, a token that it does not know is refused.
 */
record TwapDeviation(Bps max, Set<PriceWitness> witnesses) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TWAP_DEVIATION_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        if (!witnesses.contains(PriceWitness.TWAP)) {
            return LimitCheck.pass(code(), "not asked for");
        }
        TokenAmount in = question.transaction().amountIn();
        TokenAmount out = question.transaction().quotedOut();
        Optional<Usd> paid = value(in, question.situation());
        Optional<Usd> received = value(out, question.situation());
        if (paid.isEmpty() || received.isEmpty()) {
            Token unknown = paid.isEmpty() ? in.token() : out.token();
            return LimitCheck.refuse(code(), "no mean price of " + unknown);
        }
        if (!paid.get().isPositive()) {
            return LimitCheck.refuse(code(), "the amount is worth nothing");
        }
        BigDecimal deviation = received.get().minus(paid.get()).abs().over(paid.get());
        return LimitCheck.atMost(code(), deviation, max.fraction(), LimitCheck::bps);
    }

    private static Optional<Usd> value(TokenAmount amount, Situation situation) {
        return situation
                .evidence()
                .mean(amount.token())
                .flatMap(mean ->
                        situation.price(mean.quote()).map(price -> price.value().multiply(mean.price())))
                .map(price -> Usd.of(price.multiply(amount.whole())));
    }
}
