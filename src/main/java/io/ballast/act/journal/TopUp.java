package io.ballast.act.journal;

import io.ballast.base.units.Wei;
import java.time.Instant;

/**
 * Coins unwrapped for gas, counted from when it was planned.
 *
 * @param at time of the block it was planned on
 */
public record TopUp(String intentId, Instant at, Wei amount) {}
