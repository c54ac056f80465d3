package io.ballast.lab.bench;

import java.util.List;

/**
 * The v3-sdk over one set of swaps.
 *
 * @param swapsPerCpuSecond of the best round, by the CPU time of the process
 */
record SdkRun(double swapsPerCpuSecond, List<SwapOutcome> outcomes) {}
