package io.ballast.lab.training;

import io.ballast.sense.market.MarketState;

/**
 * One bar of a recorded history.
 *
 * @param decided the market at the bar's close, as an agent sees it
 * @param filled the market after the flow of the next block: what a swap of that decision meets at worst. Its order flow came first, so
 *     this is the careful choice; equal to {@code decided} where nothing is known of it
 */
public record Bar(MarketState decided, MarketState filled) {}
