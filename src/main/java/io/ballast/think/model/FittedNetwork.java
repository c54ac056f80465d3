package io.ballast.think.model;

/**
 * A fitted member.
 *
 * @param parameters in the layout of {@link PlainNetwork}, as they were at the best step
 * @param bestStep after which the validation fold looked best
 * @param steps done in all
 * @param validation net utility of the soft policy there, less HOLD's; percent per decision
 */
public record FittedNetwork(long seed, float[] parameters, int bestStep, int steps, double validation) {}
