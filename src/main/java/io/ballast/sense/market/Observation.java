package io.ballast.sense.market;

/** Market and account at the same block hash: the whole input of a decision. */
public record Observation(MarketState market, AccountState account) {}
