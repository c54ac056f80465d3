package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.think.action.Candidates.Dropped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects candidates, each set of trades once, as many as can be scored. */
final class CandidateList {
    private record Swap(TokenAmount in, Token out) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Set<List<Swap>> seen = new HashSet<>();

    CandidateList(Candidate hold) {
        candidates.add(hold);
        seen.add(List.of());
    }

    void add(String label, Priced priced) {
        switch (priced) {
            case Priced.Dropped(DropReason reason, String detail) -> dropped.add(new Dropped(label, reason, detail));
            case Priced.Ready(Candidate candidate) -> add(candidate);
        }
    }

    private void add(Candidate candidate) {
        if (!seen.add(swaps(candidate))) {
            dropped.add(new Dropped(candidate.label(), DropReason.DUPLICATE, ""));
        } else if (candidates.size() == Candidates.MOST) {
            dropped.add(new Dropped(candidate.label(), DropReason.TOO_MANY, ""));
        } else {
            candidates.add(candidate);
        }
    }

    private static List<Swap> swaps(Candidate candidate) {
        return candidate.legs().stream()
                .map(leg ->
                        new Swap(leg.quote().amountIn(), leg.quote().amountOut().token()))
                .toList();
    }

    Candidates done() {
        return new Candidates(candidates, dropped);
    }
}
