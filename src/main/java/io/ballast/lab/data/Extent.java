package io.ballast.lab.data;

import java.time.Instant;

/**
 * How much a history holds.
 *
 * @param rows at least one
 * @param first start of the first bar
 * @param last start of the last bar
 */
public record Extent(long rows, Instant first, Instant last) {}
