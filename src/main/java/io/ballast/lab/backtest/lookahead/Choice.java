package io.ballast.lab.backtest.lookahead;

import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;
import io.ballast.think.model.Scores;
import io.ballast.think.model.Sha256;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one cycle decided. What became of its orders is no part of it: they are filled by bars of which it knew nothing.
 *
 * @param decision its name; empty if the cycle held before it could decide
 * @param action that was chosen, with the amounts of its legs in smallest units
 * @param reason in words
 * @param options every candidate with its scores, its cost and what was said of it
 */
public record Choice(String decision, String action, String reason, String options) {
    private static final int DIGITS = 16;

    static Choice of(CycleOutcome outcome) {
        return outcome.decision().map(Choice::of).orElseGet(() -> new Choice("", "HOLD", outcome.note(), ""));
    }

    private static Choice of(Decision decision) {
        return new Choice(
                decision.id(),
                action(decision.proposal().chosen()),
                decision.proposal().reason(),
                IntStream.range(0, decision.candidates().size())
                        .mapToObj(i -> option(decision, i))
                        .collect(Collectors.joining("\n")));
    }

    private static String action(Candidate chosen) {
        return chosen.legs().stream()
                .map(Choice::leg)
                .collect(Collectors.joining(", ", chosen.label() + (chosen.isHold() ? "" : ": "), ""));
    }

    private static String leg(Leg leg) {
        return leg.quote().amountIn().raw() + " " + leg.quote().in() + " for "
                + leg.quote().amountOut().raw() + " " + leg.quote().out() + ", at least "
                + leg.sandwich().minOut().raw();
    }

    private static String option(Decision decision, int index) {
        Candidate candidate = decision.candidates().get(index);
        return String.join(
                " | ",
                action(candidate),
                candidate.cost().total().value().toPlainString(),
                score(decision.rule(), index),
                score(decision.model(), index),
                decision.proposal().verdicts().get(index).words());
    }

    private static String score(Optional<Scores> scores, int index) {
        return scores.map(known -> known.rows().get(index).toString()).orElse("");
    }

    /** A number that another choice has by chance once in 2^64. */
    long print() {
        String hex = new Sha256()
                .add(decision + "\n" + action + "\n" + reason + "\n" + options)
                .hex();
        return Long.parseUnsignedLong(hex.substring(0, DIGITS), DIGITS);
    }
}
