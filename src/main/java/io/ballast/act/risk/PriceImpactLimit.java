package io.ballast.act.risk;

import io.ballast.base.units.Bps;

/** How far the swap moves the price against itself, by its quote. */
record PriceImpactLimit(Bps max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.PRICE_IMPACT_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        return LimitCheck.atMost(
                code(), question.transaction().priceImpact().fraction(), max.fraction(), LimitCheck::bps);
    }
}
