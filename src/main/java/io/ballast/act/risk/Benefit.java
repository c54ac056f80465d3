package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/**
 * What a decision is expected to bring, where its scorer states it.
 *
 * @param gain expected over the scorer's horizon before cost; negative for a loss
 * @param cost of all its swaps: fees, impact, gas
 */
public record Benefit(Usd gain, Usd cost) {}
