package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.time.Instant;

/**
 * What the account was worth at one time, kept to know what was lost within a day.
 *
 * @param nav net asset value at feed prices
 * @param exit what selling everything through the pools' real depth would have left, gas paid
 */
public record NavSample(Instant at, Usd nav, Usd exit) {}
