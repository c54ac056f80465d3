package io.ballast.think.strategy;

import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import io.ballast.think.strategy.ScorerChoice.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns scores into a proposal. Any doubt means HOLD. Pure and thread-safe. */
public final class Policy {
    private static final int HOLD = 0;

    /**
     * Chooses. Without a model, the rule's best action if its edge is above the minimum. With a model in the role VETO, the
     * same action if the model has no doubt of it. With a model in the role RANK, the action with the highest lower bound
     * among those that the model has no doubt of; the rule is not asked. Of equals the earlier candidate.
     *
     * @param candidates HOLD first
     * @param rule one row for each candidate
     * @param model the same; empty if there is none
     */
    public Proposal decide(
            List<Candidate> candidates, Scores rule, Optional<Scores> model, Role role, PolicyThresholds thresholds) {
        requireRows(candidates, rule);
        model.ifPresent(scores -> requireRows(candidates, scores));
        Doubt doubt = new Doubt(thresholds);
        if (model.isPresent() && role == Role.RANK) {
            return new Ranking(candidates, model.get(), ActionScore::low, doubt::ofModel).proposal();
        }
        Proposal proposed = new Ranking(candidates, rule, ActionScore::edge, doubt::ofRule).proposal();
        return model.filter(scores -> proposed.index() != HOLD)
                .map(scores -> asked(candidates, proposed, scores, doubt))
                .orElse(proposed);
    }

    /** HOLD for a reason that lies outside the scores: a scorer that refuses, a window that is not full. */
    public Proposal hold(List<Candidate> candidates, String reason) {
        List<CandidateVerdict> verdicts = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            verdicts.add(i == HOLD ? CandidateVerdict.CHOSEN : new CandidateVerdict(false, reason));
        }
        return new Proposal(candidates.get(HOLD), HOLD, reason, verdicts);
    }

    private static Proposal asked(List<Candidate> candidates, Proposal proposed, Scores model, Doubt doubt) {
        Optional<String> objection = doubt.ofModel(model.rows().get(proposed.index()));
        if (objection.isEmpty()) {
            String reason = proposed.reason() + "; " + model.scorer() + " agrees";
            return new Proposal(proposed.chosen(), proposed.index(), reason, proposed.verdicts());
        }
        List<CandidateVerdict> verdicts = new ArrayList<>(proposed.verdicts());
        verdicts.set(HOLD, CandidateVerdict.CHOSEN);
        verdicts.set(proposed.index(), new CandidateVerdict(false, objection.get()));
        String reason = "Veto by " + model.scorer() + " of " + proposed.chosen().label() + ": " + objection.get();
        return new Proposal(candidates.get(HOLD), HOLD, reason, verdicts);
    }

    private static void requireRows(List<Candidate> candidates, Scores scores) {
        if (candidates.isEmpty()
                || !candidates.get(HOLD).isHold()
                || scores.rows().size() != candidates.size()) {
            throw new IllegalArgumentException("one score for each candidate and HOLD first, had "
                    + scores.rows().size() + " of " + scores.scorer() + " for " + candidates.size());
        }
    }
}
