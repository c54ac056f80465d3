package io.ballast.lab.training;

import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Architecture;
import io.ballast.think.model.DecisionRows;
import io.ballast.think.model.FeatureRows;
import io.ballast.think.model.FittedNetwork;
import io.ballast.think.model.NetworkFitter;
import io.ballast.think.model.ScoringRules;
import io.ballast.think.model.Standardizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Fits all members of one fold and corrects their quantiles on its validation span. */
record FoldTrainer(TrainingPlan plan, NetworkFitter fitter, TrainingListener listener) {
    /** Share of a decision's inputs that may be far outside of the training data. */
    private static final double MAX_OUTLIER_SHARE = 0.02;

    /** Length of a resampled block: several horizons, so that most labels of a block depend on its own bars alone. */
    private static final int BLOCK_HORIZONS = 10;

    private static final double BPS_PER_PERCENT = 100;

    FoldFit fit(String stage, WalkForward.Fold fold, List<LabelledDecision> decisions) {
        List<LabelledDecision> train = fold.train().of(decisions);
        List<LabelledDecision> validation = fold.validation().of(decisions);
        Standardizer standardizer =
                Standardizer.fit(train.stream().map(LabelledDecision::rows).toList());
        Architecture architecture = new Architecture(FeatureRows.FEATURES.size(), plan.hidden(), plan.temperature());
        List<FittedNetwork> networks =
                networks(stage, architecture, train, rows(validation, standardizer), standardizer);
        ScoringRules plain = new ScoringRules(plan.kappa(), MAX_OUTLIER_SHARE, 0, 0);
        FoldFit fit = new FoldFit(architecture, standardizer, plain, networks);
        return fit.with(corrected(plain, fit.judge(validation)));
    }

    /** Members see different resamples, so that where they disagree says how little the data tell. */
    private List<FittedNetwork> networks(
            String stage,
            Architecture architecture,
            List<LabelledDecision> train,
            List<DecisionRows> validation,
            Standardizer standardizer) {
        Resampling resampling = new Resampling(BLOCK_HORIZONS * plan.horizon());
        List<FittedNetwork> networks = new ArrayList<>();
        for (int member = 0; member < plan.members(); member++) {
            listener.progress(stage, member, plan.members());
            long seed = plan.seed() + member;
            List<DecisionRows> seen = rows(resampling.draw(train, seed), standardizer);
            networks.add(fitter.fit(architecture, plan.fit(), seed, seen, validation));
        }
        listener.progress(stage, plan.members(), plan.members());
        return networks;
    }

    private static List<DecisionRows> rows(List<LabelledDecision> decisions, Standardizer standardizer) {
        return decisions.stream()
                .map(decision -> decision.standardised(standardizer))
                .toList();
    }

    private static ScoringRules corrected(ScoringRules rules, List<Judgement> validation) {
        return new ScoringRules(
                rules.kappa(),
                rules.maxOutlierShare(),
                new Conformal(0.1).shift(errors(validation, ActionScore::q10)),
                new Conformal(0.9).shift(errors(validation, ActionScore::q90)));
    }

    /** Outcome less predicted quantile of every candidate, in basis points. */
    static double[] errors(List<Judgement> judgements, ToDoubleFunction<ActionScore> quantile) {
        List<Double> errors = new ArrayList<>();
        for (Judgement judgement : judgements) {
            float[] utility = judgement.decision().utility();
            for (int i = 0; i < utility.length; i++) {
                errors.add(BPS_PER_PERCENT * utility[i]
                        - quantile.applyAsDouble(judgement.scores().get(i)));
            }
        }
        return errors.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
