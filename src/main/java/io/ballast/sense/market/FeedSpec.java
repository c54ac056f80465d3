package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import java.time.Duration;

/**
 * A Chainlink-style USD price feed of a token ({@code latestRoundData}).
 *
 * @param decimals of the answer
 * @param heartbeat longest time between two updates; an older answer is stale
 */
public record FeedSpec(Token token, Address feed, int decimals, Duration heartbeat) {}
