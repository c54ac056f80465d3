package io.ballast.lab.training;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.Ensemble;
import io.ballast.think.model.FittedNetwork;
import io.ballast.think.model.PlainNetwork;
import io.ballast.think.model.ScoringRules;
import io.ballast.think.model.Standardizer;
import java.util.List;

/** Networks of one fold with everything that turns their outputs into scores. */
record FoldFit(
        Architecture architecture, Standardizer standardizer, ScoringRules scoring, List<FittedNetwork> networks) {

    FoldFit with(ScoringRules other) {
        return new FoldFit(architecture, standardizer, other, networks);
    }

    /** The same with one network alone. */
    FoldFit member(int index) {
        return new FoldFit(architecture, standardizer, scoring, List.of(networks.get(index)));
    }

    List<Judgement> judge(List<LabelledDecision> decisions) {
        List<PlainNetwork> members = networks.stream()
                .map(network -> new PlainNetwork(architecture, network.parameters()))
                .toList();
        Ensemble ensemble = new Ensemble(architecture.temperature(), scoring);
        return decisions.stream()
                .map(decision -> judge(decision, members, ensemble))
                .toList();
    }

    private Judgement judge(LabelledDecision decision, List<PlainNetwork> members, Ensemble ensemble) {
        float[][] rows = standardizer.apply(decision.rows());
        List<float[][]> outputs =
                members.stream().map(member -> member.output(rows)).toList();
        return Judgement.of(decision, ensemble.scores(outputs));
    }
}
