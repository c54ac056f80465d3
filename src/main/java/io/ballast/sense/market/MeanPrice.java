package io.ballast.sense.market;

import io.ballast.base.units.Token;
import java.math.BigDecimal;

/**
 * Mean price of a token over a stretch of time, by the oracles of pools.
 *
 * @param quote token in which it is counted
 * @param price whole units of {@code quote} for one whole {@code token}, greater than zero; 1 for {@code quote} itself
 */
public record MeanPrice(Token token, Token quote, BigDecimal price) {}
