package io.ballast.sense.market;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.time.Instant;

/**
 * Price of one whole token by its feed.
 *
 * @param updatedAt when the feed was last written, by its own account
 * @param stale older than the feed's heartbeat at the block's time
 */
public record FeedPrice(Token token, Usd price, Instant updatedAt, boolean stale) {}
