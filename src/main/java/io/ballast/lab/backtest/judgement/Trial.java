package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.SharpeEvidence;
import io.ballast.lab.backtest.RunRecord;
import java.util.Optional;

/**
 * One try of a strategy, whether it was liked or not.
 *
 * @param identity of the result: the same one again is no new try
 * @param first second since the epoch at which it starts
 * @param last second at which it ends
 * @param evidence ratio and moments of its returns per period; empty if they do not move
 * @param returns of its periods
 */
public record Trial(
        String identity,
        String strategy,
        long first,
        long last,
        PeriodsPerYear year,
        Optional<SharpeEvidence> evidence,
        ReturnSeries returns) {
    public Trial {
        if (!identity.matches("\\S+") || !strategy.matches("\\S+")) {
            throw new IllegalArgumentException("no name of a trial: " + identity + " of " + strategy);
        }
    }

    /** Of a run that is done. */
    public static Trial of(RunRecord run, RunFacts facts) {
        Sampling sampling = Sampling.of(run.times());
        ReturnSeries returns = sampling.returns(Judgement.curve(run, facts));
        return new Trial(
                facts.hashes().result(),
                run.strategy(),
                run.times()[0],
                run.times()[run.rows() - 1],
                sampling.year(),
                SharpeEvidence.ofSample(returns),
                returns);
    }

    /** Whether it covers the same periods, so that both can be ranked in each part of them. */
    boolean besides(Trial other) {
        return first == other.first && last == other.last && returns.size() == other.returns.size();
    }
}
