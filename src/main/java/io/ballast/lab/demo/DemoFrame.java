package io.ballast.lab.demo;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.strategy.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * The figures of the demo's screen after a cycle.
 *
 * @param nav value at feed prices, coins included
 * @param hold value of the starting holdings at the same prices
 * @param drawdown of NAV below its high-water mark, in [0, 1]
 * @param gasSpent fees of all transactions so far
 * @param bands half-width of the no-trade band of each allocation, in the strategy's order; empty for cash
 * @param scorer name of the scorer in force
 */
public record DemoFrame(
        Strategy strategy,
        int cycles,
        long seed,
        Usd nav,
        Usd hold,
        double drawdown,
        Usd gasSpent,
        Wei gasPrice,
        List<Optional<Bps>> bands,
        String scorer,
        String scorerDigest,
        long journalEntries) {
    public DemoFrame {
        bands = List.copyOf(bands);
    }
}
