package io.ballast.app.cli.screen;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.agent.CycleOutcome;
import io.ballast.lab.demo.DemoFrame;
import io.ballast.sense.market.Observation;
import io.ballast.think.portfolio.Holdings;
import java.util.stream.Collectors;

/** One cycle in one line, where the screen cannot be redrawn. */
public final class CycleLine {
    private CycleLine() {}

    public static String of(int number, CycleOutcome outcome, DemoFrame frame) {
        return "cycle " + number + "/" + frame.cycles() + "  block "
                + outcome.after().market().block().number() + "  NAV " + Figures.cents(frame.nav()) + " USD ("
                + Figures.change(frame.nav().minus(frame.hold())) + " vs hold)  " + choice(outcome) + intents(outcome);
    }

    /** The same where there is no buy-and-hold to compare with. */
    public static String of(int number, CycleOutcome outcome) {
        Observation after = outcome.after();
        return "cycle " + number + "  block " + after.market().block().number() + "  NAV "
                + Figures.cents(Holdings.of(after.account()).nav(after.market())) + " USD  " + choice(outcome)
                + intents(outcome);
    }

    private static String choice(CycleOutcome outcome) {
        return outcome.decision()
                .map(decision -> decision.id() + " "
                        + CandidateWords.of(decision.proposal().chosen()))
                .map(words -> outcome.intents().isEmpty() ? words + ": " + outcome.note() : words)
                .orElse("no decision: " + outcome.note());
    }

    /** Approvals and revokes speak up only when they failed. */
    private static String intents(CycleOutcome outcome) {
        return outcome.intents().stream()
                .filter(intent -> !(intent instanceof IntentOutcome.Filled filled)
                        || !filled.received().isZero())
                .map(CycleLine::intent)
                .collect(Collectors.joining());
    }

    private static String intent(IntentOutcome intent) {
        return "; "
                + switch (intent) {
                    case IntentOutcome.Filled f ->
                        Figures.amount(f.paid()) + " → " + Figures.amount(f.received()) + " in "
                                + Figures.brief(f.receipt().txHash().hex());
                    default -> intent.describe();
                };
    }
}
