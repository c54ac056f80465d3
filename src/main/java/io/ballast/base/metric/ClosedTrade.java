package io.ballast.base.metric;

import java.time.Duration;

/**
 * A position that was opened and closed.
 *
 * @param profit in money, after costs
 * @param ratio profit over what was put in
 * @param lasted from opening to closing
 */
public record ClosedTrade(double profit, double ratio, Duration lasted) {}
