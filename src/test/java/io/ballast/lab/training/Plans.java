package io.ballast.lab.training;

import io.ballast.think.model.FitPlan;
import io.ballast.think.model.SyntheticMarket;
import io.ballast.think.model.rule.RuleScorers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small trainings for tests. */
final class Plans {
    private Plans() {}

    static TrainingPlan small(long seed) {
        FitPlan fit = new FitPlan(120, 32, 1e-2, 1e-4, 0.4, 40, 3);
        return new TrainingPlan(
                "tiny",
                seed,
                List.of(5L),
                300,
                SyntheticMarket.TIMEFRAME,
                4,
                2,
                1,
                3,
                new int[] {16, 8},
                0.1,
                1,
                fit,
                1);
    }

    static Labeller labeller(SyntheticMarket market) {
        return new Labeller(market.rules(), market.target(), RuleScorers.byName("band", Optional.empty()));
    }

    /** Swaps meet the market they were decided on. */
    static History history(long seed, SyntheticMarket market) {
        List<Bar> bars = IntStream.range(0, market.bars())
                .mapToObj(market::at)
                .map(state -> new Bar(state, state))
                .toList();
        return new History(seed, bars);
    }
}
