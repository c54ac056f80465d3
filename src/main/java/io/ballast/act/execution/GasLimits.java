package io.ballast.act.execution;

import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.L1Charge;

/** Gas limits of our transactions, in units of gas. What is not used is not paid; the simulation runs under the same limits. */
final class GasLimits {
    /** An ERC-20 approval takes 26,000 to 60,000; proxies and hooks take more. */
    static final long APPROVE = 100_000;

    private static final long MOST = 1L << 24;

    private GasLimits() {}

    /**
     * Twice the estimate and a fixed part: ticks may be crossed that the quote did not see. Each further attempt may use half as
     * much more, as the first may have run out of gas, up to what one transaction may use at all (EIP-7825). No node is asked for
     * an estimate, so none can inflate it.
     *
     * @param attempt from 1
     */
    static long swap(SwapQuote quote, int attempt) {
        long first = quote.gas() * 2 + 60_000;
        return Math.min(MOST, first + first / 2 * (attempt - 1));
    }

    /** With what a rollup takes out of the same limit for its data. */
    static long with(long limit, L1Charge l1) {
        return Math.addExact(limit, l1.worst().gas());
    }
}
