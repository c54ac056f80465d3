package io.ballast.act.execution;

import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.L1Charge;

/** Gas limits of our transactions, in units of gas. What is not used is not paid; the simulation runs under the same limits. */
final class GasLimits {
    /** An ERC-20 approval takes 26,000 to 60,000; proxies and hooks take more. */
    static final long APPROVE = 100_000;

    private GasLimits() {}

    /** Twice the estimate and a fixed part: ticks may be crossed that the quote did not see. */
    static long swap(SwapQuote quote) {
        return quote.gas() * 2 + 60_000;
    }

    /** With what a rollup takes out of the same limit for its data. */
    static long with(long limit, L1Charge l1) {
        return Math.addExact(limit, l1.worst().gas());
    }
}
