package io.ballast.think.model;

import io.ballast.think.action.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores by an ensemble of networks: one forward pass per member and decision. It refuses to answer when the input is unlike what the
 * networks were trained on, when anything is not finite, or when a member is no longer the one that was loaded. Not thread-safe.
 */
public final class NetworkScorer implements ActionScorer {
    private final LoadedModel model;
    private final OutlierGuard guard;
    private final Ensemble ensemble;

    /** Takes over the networks: closing this closes them. */
    public NetworkScorer(LoadedModel model) {
        this.model = model;
        this.guard = new OutlierGuard(model.card().scoring().maxOutlierShare());
        this.ensemble = new Ensemble(
                model.card().architecture().temperature(), model.card().scoring());
    }

    public ModelCard card() {
        return model.card();
    }

    @Override
    public ScorerInfo info() {
        return new ScorerInfo(model.card().name(), model.sha256(), FeatureRows.WINDOW);
    }

    @Override
    public Scores score(DecisionContext context, List<Candidate> candidates) {
        float[][] rows = model.card().standardizer().apply(features(context, candidates));
        guard.check(rows);
        List<float[][]> outputs = new ArrayList<>();
        for (Member member : model.members()) {
            outputs.add(output(member, rows));
        }
        return new Scores(model.card().name(), digest(), ensemble.scores(outputs));
    }

    private static float[][] features(DecisionContext context, List<Candidate> candidates) {
        try {
            return FeatureRows.of(context, candidates);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ScoringException("no features: " + e.getMessage(), e);
        }
    }

    private static float[][] output(Member member, float[][] rows) {
        String digest = member.network().digest();
        if (!digest.equals(member.digest())) {
            throw new ScoringException("parameters of seed " + member.seed() + " changed since they were loaded");
        }
        return member.network().output(rows);
    }

    /** Of the parameters that score, each member's checked at every decision. */
    private String digest() {
        Sha256 all = new Sha256();
        model.members().forEach(member -> all.add(member.digest()));
        return all.hex();
    }

    @Override
    public void close() {
        model.members().forEach(member -> member.network().close());
    }
}
