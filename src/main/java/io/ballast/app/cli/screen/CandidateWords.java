package io.ballast.app.cli.screen;

import io.ballast.base.units.Usd;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;

/** A candidate in a few words: its label, and for a move, which does not say it, the value that is traded. */
final class CandidateWords {
    private CandidateWords() {}

    static String of(Candidate candidate) {
        if (candidate.kind() != ActionKind.MOVE) {
            return candidate.label();
        }
        Usd traded = candidate.legs().stream().map(Leg::notional).reduce(Usd.ZERO, Usd::plus);
        return candidate.label() + " " + Figures.usd(traded) + " USD";
    }
}
