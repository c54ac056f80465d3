package io.ballast.lab.bench;

import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.Trials;
import java.util.List;

/** Annual Sharpe ratios of trials, at least one. */
public record TrialSharpes(List<Double> annual) {
    public TrialSharpes {
        annual = List.copyOf(annual);
    }

    Trials perPeriod(PeriodsPerYear year) {
        double root = StrictMath.sqrt(year.count());
        return Trials.of(annual.stream().mapToDouble(ratio -> ratio / root).toArray());
    }
}
