package io.ballast.lab.training;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A fold that was fitted and judged on its test span.
 *
 * @param judged by the ensemble, in the order of the decisions
 * @param members by each member alone
 * @param rowsFitted candidates that went through an optimiser's step
 */
record FoldResult(FoldFit fit, List<Judgement> judged, List<List<Judgement>> members, long rowsFitted) {

    static FoldResult of(FoldFit fit, List<LabelledDecision> test, long rowsFitted) {
        List<List<Judgement>> members = IntStream.range(0, fit.networks().size())
                .mapToObj(member -> fit.member(member).judge(test))
                .toList();
        return new FoldResult(fit, fit.judge(test), members, rowsFitted);
    }

    /** What one member did in all folds. */
    static List<Judgement> member(List<FoldResult> folds, int member) {
        return folds.stream()
                .flatMap(fold -> fold.members().get(member).stream())
                .toList();
    }
}
