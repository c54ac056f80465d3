package io.ballast.lab.training;

import io.ballast.think.model.GoldenRows;
import io.ballast.think.model.ModelDraft;
import io.ballast.think.model.NetworkFitter;
import io.ballast.think.model.TestMetrics;
import io.ballast.think.model.TrainingCard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains an ensemble by anchored walk-forward and judges it on what came after. Metrics cover the test spans of all folds; the networks
 * kept are the last fold's.
 */
public final class ModelTrainer {
    /** Version of the set of candidates that labels exist for. */
    public static final int ACTION_SET = 1;

    private static final String COSTS =
            "pool fee and impact by the exact engine on the next block's pools, slippage limit, gas with approvals";

    private final NetworkFitter fitter;
    private final InstantSource clock;
    private final TrainingListener listener;

    public ModelTrainer(NetworkFitter fitter, InstantSource clock, TrainingListener listener) {
        this.fitter = fitter;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * @param source where the histories come from
     * @throws IllegalArgumentException if there are too few bars for the plan's folds
     */
    public TrainingResult train(TrainingPlan plan, TrainingSet set, Source source) {
        Instant start = clock.instant();
        List<FoldResult> folds = results(plan, set.decisions());
        TestMetrics metrics = Scoreboard.of(folds, new BlockBootstrap(plan.horizon(), plan.seed()))
                .metrics();
        Instant end = clock.instant();
        FoldResult last = folds.getLast();
        ModelDraft draft = draft(plan, set, source, last.fit(), metrics, end, goldenRows(last));
        long rows = folds.stream().mapToLong(FoldResult::rowsFitted).sum();
        return new TrainingResult(draft, Duration.between(start, end), rows);
    }

    private List<FoldResult> results(TrainingPlan plan, List<LabelledDecision> decisions) {
        FoldTrainer trainer = new FoldTrainer(plan, fitter, listener);
        List<WalkForward.Fold> folds = folds(plan, decisions);
        List<FoldResult> results = new ArrayList<>();
        for (WalkForward.Fold fold : folds) {
            String stage = "fitting fold " + (results.size() + 1) + " of " + folds.size();
            FoldFit fit = trainer.fit(stage, fold, decisions);
            long rows = rowsFitted(plan, fit, fold.train().of(decisions));
            results.add(FoldResult.of(fit, fold.test().of(decisions), rows));
        }
        return results;
    }

    /**
     * Where a model comes from.
     *
     * @param market in words
     * @param notice what the model must not be taken for
     * @param codeVersion of this program
     */
    public record Source(String market, String notice, String codeVersion) {}

    private static List<WalkForward.Fold> folds(TrainingPlan plan, List<LabelledDecision> decisions) {
        int first = decisions.stream().mapToInt(LabelledDecision::bar).min().orElseThrow();
        int end = decisions.stream().mapToInt(LabelledDecision::bar).max().orElseThrow() + 1;
        return WalkForward.folds(first, end, plan.horizon(), plan.folds());
    }

    private static long rowsFitted(TrainingPlan plan, FoldFit fit, List<LabelledDecision> train) {
        double perDecision = train.stream()
                .mapToInt(decision -> decision.utility().length)
                .average()
                .orElseThrow();
        long steps =
                fit.networks().stream().mapToLong(network -> network.steps()).sum();
        return Math.round(steps * perDecision * Math.min(plan.fit().batch(), train.size()));
    }

    private static float[][] goldenRows(FoldResult fold) {
        return fold.judged().stream()
                .flatMap(judgement -> Arrays.stream(judgement.decision().rows()))
                .limit(GoldenRows.ROWS)
                .toArray(float[][]::new);
    }

    private static ModelDraft draft(
            TrainingPlan plan,
            TrainingSet set,
            Source source,
            FoldFit fit,
            TestMetrics metrics,
            Instant trainedAt,
            float[][] goldenRows) {
        return new ModelDraft(
                plan.name(),
                source.notice(),
                trainedAt,
                source.codeVersion(),
                fit.architecture(),
                fit.standardizer(),
                fit.scoring(),
                fit.networks(),
                card(plan, set, source),
                metrics,
                ModelGate.judge(metrics),
                goldenRows);
    }

    private static TrainingCard card(TrainingPlan plan, TrainingSet set, Source source) {
        return new TrainingCard(
                source.market(),
                plan.historySeeds(),
                plan.bars(),
                plan.timeframe(),
                set.from(),
                set.to(),
                plan.horizon(),
                plan.horizon(),
                set.decisions().size(),
                set.rows(),
                set.sha256(),
                ACTION_SET,
                COSTS,
                plan.fit(),
                plan.trials());
    }
}
