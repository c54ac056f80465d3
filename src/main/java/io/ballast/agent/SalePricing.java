package io.ballast.agent;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.Candidates;
import io.ballast.think.action.PinnedLeg;
import io.ballast.think.portfolio.Holdings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Prices the sale of a token for cash in parts that the limits let through. Pure.
 *
 * @param maxNotional of one part
 */
record SalePricing(ActionRules rules, Usd maxNotional) {
    private static final int HALVINGS = 7;
    private static final Bps HALF = new Bps(5_000);
    private static final BigDecimal MARGIN = new BigDecimal("0.99");

    /** The largest part that can be sold now; empty if no pool takes any of it within the limits. */
    Optional<Candidate> next(MarketState market, Holdings holdings, TokenAmount left) {
        TokenAmount part = within(market, left);
        for (int i = 0; i <= HALVINGS && !part.isZero(); i++) {
            Optional<Candidate> priced = priced(market, holdings, part);
            if (priced.isPresent()) {
                return priced;
            }
            part = part.times(HALF);
        }
        return Optional.empty();
    }

    /** Exactly this amount. */
    Optional<Candidate> priced(MarketState market, Holdings holdings, TokenAmount part) {
        Token cash = market.universe().cash();
        Candidates all = new CandidateGenerator().pinned(market, holdings, List.of(new PinnedLeg(part, cash)), rules);
        return all.list().stream()
                .filter(candidate -> candidate.kind() == ActionKind.PINNED)
                .findFirst();
    }

    private TokenAmount within(MarketState market, TokenAmount left) {
        Usd value = left.at(market.price(left.token()));
        if (value.compareTo(maxNotional) <= 0) {
            return left;
        }
        BigDecimal share = maxNotional.over(value).multiply(MARGIN);
        return new TokenAmount(
                left.token(),
                new BigDecimal(left.raw())
                        .multiply(share)
                        .setScale(0, RoundingMode.DOWN)
                        .toBigInteger());
    }
}
