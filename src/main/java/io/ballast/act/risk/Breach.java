package io.ballast.act.risk;

import java.time.Instant;

/**
 * A limit that has been broken without a break.
 *
 * @param since first time it was seen so, as the rolling limits count time
 */
public record Breach(LimitCode code, Instant since) {}
