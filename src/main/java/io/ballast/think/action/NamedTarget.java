package io.ballast.think.action;

import io.ballast.think.portfolio.Weights;

/**
 * Weights that a candidate may move toward.
 *
 * @param name {@code target} for the strategy's own, else the signal's: {@code equal-weight}, {@code momentum}
 */
public record NamedTarget(String name, Weights weights) {}
