package io.ballast.lab.bench.backtest;

/** What the benchmark measures, one after the other. */
public enum Part {
    /** Kernel and plain loops. */
    kernel,
    /** The library beside them. */
    ta4j,
    /** The agent's own cycle. */
    cycle,
    /** Swaps through pools. */
    fills,
    /** Longer and longer series. */
    linear,
    /** One thread and two. */
    threads,
    /** The command line from a file to its result. */
    process
}
