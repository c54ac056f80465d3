package io.ballast.sense.market;

/**
 * Market and account at the same block hash: the whole input of a decision.
 *
 * @param evidence against which the limits check the market; no input of the decision itself
 */
public record Observation(MarketState market, AccountState account, Evidence evidence) {
    /** Where nobody asked for evidence. */
    public Observation(MarketState market, AccountState account) {
        this(market, account, Evidence.NONE);
    }
}
