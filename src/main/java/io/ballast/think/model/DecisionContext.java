package io.ballast.think.model;

import io.ballast.sense.market.MarketState;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;

/**
 * What every candidate of one decision shares.
 *
 * @param window closed bars up to and including the decision's block, full
 * @param target the strategy's own target weights
 */
public record DecisionContext(
        MarketState market, Holdings holdings, Weights current, Weights target, PriceWindow window) {}
