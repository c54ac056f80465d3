package io.ballast.lab.training;

import io.ballast.think.model.ActionScore;
import io.ballast.think.model.TestMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Sums up how a model did on test spans.
 *
 * @param judgements of the ensemble, in the order of folds, histories and bars
 * @param members judgements of each member alone
 * @param bootstrap for the intervals
 */
record Scoreboard(List<Judgement> judgements, List<List<Judgement>> members, BlockBootstrap bootstrap) {
    /** More bars than any history has. */
    private static final long BARS = 1L << 32;

    /** Over the test spans of all folds. */
    static Scoreboard of(List<FoldResult> folds, BlockBootstrap bootstrap) {
        int members = folds.getFirst().members().size();
        return new Scoreboard(
                folds.stream().flatMap(fold -> fold.judged().stream()).toList(),
                IntStream.range(0, members)
                        .mapToObj(member -> FoldResult.member(folds, member))
                        .toList(),
                bootstrap);
    }

    TestMetrics metrics() {
        List<Judgement> traded = judgements.stream().filter(Judgement::traded).toList();
        long hits =
                traded.stream().filter(judgement -> judgement.overHold(0) > 0).count();
        return new TestMetrics(
                judgements.size(),
                mean(judgements, judgement -> judgement.overHold(0)),
                bootstrap.mean(byBar(judgement -> judgement.overHold(0))),
                mean(judgements, Judgement::overBaseline),
                bootstrap.mean(byBar(Judgement::overBaseline)),
                mean(judgements, judgement -> judgement.overHold(1)),
                traded.size() / (double) judgements.size(),
                traded.isEmpty() ? 0 : hits / (double) traded.size(),
                new double[] {coverage(ActionScore::q10), coverage(ActionScore::q50), coverage(ActionScore::q90)},
                members.stream()
                        .map(member -> mean(member, judgement -> judgement.overHold(0)))
                        .toList());
    }

    private static double mean(List<Judgement> list, ToDoubleFunction<Judgement> value) {
        return list.stream().mapToDouble(value).average().orElseThrow();
    }

    private double coverage(ToDoubleFunction<ActionScore> quantile) {
        double[] errors = FoldTrainer.errors(judgements, quantile);
        return Arrays.stream(errors).filter(error -> error <= 0).count() / (double) errors.length;
    }

    /** Means over the portfolios of a bar: they share its market, so they count as one observation. */
    private double[] byBar(ToDoubleFunction<Judgement> value) {
        Map<Long, List<Judgement>> bars = new TreeMap<>();
        for (Judgement judgement : judgements) {
            long key =
                    judgement.decision().history() * BARS + judgement.decision().bar();
            bars.computeIfAbsent(key, unseen -> new ArrayList<>()).add(judgement);
        }
        return bars.values().stream().mapToDouble(bar -> mean(bar, value)).toArray();
    }
}
