package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.time.Instant;

/**
 * One accepted transaction, as the rolling limits count it.
 *
 * @param gas worst case at acceptance, replaced by the real fee once mined
 * @param swap counts as a trade
 */
public record Spend(String intentId, Instant at, Usd notional, Usd gas, boolean swap) {}
