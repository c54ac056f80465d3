package io.ballast.lab.bench;

/**
 * ta4j over one series.
 *
 * @param barsPerCpuSecond of its best round
 * @param last equity at the last close, in units of the start
 * @param trades purchases and sales
 */
public record Ta4jRun(double barsPerCpuSecond, double last, int trades) {}
