package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.baseline.PassiveAggressive.Slack;
import io.ballast.lab.backtest.kernel.Spaced;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a strategy is compared with.
 *
 * @param start weights that the trader begins with
 * @param own weights that the strategy aims at
 * @param capitalisation weights by market capitalisation at the start; empty if nobody knows it
 * @param cost share of what is traded, from which the band is derived
 * @param day rows of a day, at least 1: the rules of the literature look at days, and would trade themselves to death on hours
 * @param seed of what is sampled
 */
public record BaselineSet(Mix start, Mix own, Optional<Mix> capitalisation, double cost, int day, long seed) {
    private static final int MONTH = 30;
    private static final int SAMPLES = 1_000;
    private static final double FAR = 0.05;
    private static final double RATE = 0.05;

    /** Those that matter most: the band, to hold, and equal weights. */
    public List<WeightStrategy> principal() {
        return List.of(NoTradeBand.forCost(own, cost), Hold.of(start), new Spaced(Periodic.uniform(assets()), day));
    }

    /** All of them, the principal ones first and those that know the future last. */
    public List<WeightStrategy> all() {
        List<WeightStrategy> all = new ArrayList<>(principal());
        capitalisation.ifPresent(mix -> all.add(new Hold("cap-weighted", mix)));
        all.add(Periodic.of(own, MONTH * day));
        all.add(new Threshold(own, FAR));
        daily().forEach(strategy -> all.add(new Spaced(strategy, day)));
        all.add(new BestAsset());
        all.add(new BestMix());
        return List.copyOf(all);
    }

    /** What each is called, whether somebody knows what it takes or not. */
    public static List<String> names() {
        Mix any = Mix.equal(2);
        return new BaselineSet(any, any, Optional.of(any), 0, 1, 0)
                .all().stream().map(WeightStrategy::name).toList();
    }

    private List<WeightStrategy> daily() {
        return List.of(
                new InverseVolatility(MONTH, 1),
                new Momentum(MONTH, Math.max(1, assets() / 3), 1),
                new ExponentialGradient(RATE),
                OnlineNewtonStep.published(),
                PassiveAggressive.published(Slack.NONE),
                MeanReversion.published(),
                ConfidenceWeighted.published(),
                new Anticor(MONTH),
                new UniversalPortfolio(SAMPLES, seed));
    }

    private int assets() {
        return own.weights().size();
    }
}
