package io.ballast.agent;

/**
 * Time from noticing a head to the node's acceptance of the first transaction, beside the same remote calls, disk syncs and
 * signature done bare.
 *
 * @param samples number of decisions that sent a transaction
 * @param p50Micros median, microseconds
 * @param p99Micros 99th percentile (nearest rank), microseconds
 * @param floorSamples number of bare runs
 * @param floorP50Micros median of the bare runs
 * @param floorP99Micros 99th percentile of the bare runs
 */
public record LatencyReport(
        int samples, long p50Micros, long p99Micros, int floorSamples, long floorP50Micros, long floorP99Micros) {}
