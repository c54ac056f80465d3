package io.ballast.act.risk;

import io.ballast.base.units.Usd;

/**
 * What the account is worth, by two sources that share no price: the feeds, and the pools.
 *
 * @param nav net asset value at feed prices
 * @param exit what selling everything through the pools' real depth would leave, gas paid
 */
record Worth(Usd nav, Usd exit) {}
