package io.ballast.lab.backtest.columns;

import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.SharpeEvidence;
import io.ballast.base.units.Hash32;
import io.ballast.lab.backtest.judgement.Hashes;
import io.ballast.lab.backtest.judgement.Policy;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.judgement.Sampling;
import io.ballast.lab.backtest.judgement.Trial;

/**
 * What the kernel made of a scenario. There is no verdict: what it takes is left to the full cycle.
 *
 * @param title of the scenario
 * @param fills words for how orders are filled
 * @param times of the rows, seconds since the epoch
 * @param own the strategy
 * @param hold return of the targets bought once, as a fraction
 * @param runHash of every row's equity
 * @param hashes that make up the identity of the result; the data's says that the kernel ran over them
 */
public record KernelOutcome(
        String title,
        String strategy,
        String fills,
        DataFacts data,
        long[] times,
        Sampling sampling,
        Policy own,
        double hold,
        Hash32 runHash,
        Hashes hashes) {

    /** One try of the strategy, counted like any other. */
    public Trial trial() {
        ReturnSeries returns = own.returns();
        return new Trial(
                hashes.result(),
                strategy,
                times[0],
                times[times.length - 1],
                sampling.year(),
                SharpeEvidence.ofSample(returns),
                returns);
    }
}
