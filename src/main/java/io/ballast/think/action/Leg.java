package io.ballast.think.action;

import io.ballast.base.units.Usd;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;

/**
 * One swap of a candidate; later legs are quoted on the pools as earlier ones leave them.
 *
 * @param notional value of the amount in at feed prices
 * @param sandwich least amount accepted, and what a sandwich can take within it
 */
public record Leg(SwapQuote quote, Usd notional, SandwichBound sandwich) {}
