package io.ballast.app.cli.screen;

import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.think.action.ActionCost;
import java.util.ArrayList;
import java.util.List;

/** What was decided, what else could have been done, and how near the limits are. */
final class DecisionPart {
    private DecisionPart() {}

    static List<String> lines(DemoView view, int width, int room, Paint paint) {
        CycleOutcome outcome = view.outcome();
        List<String> foot = new ArrayList<>();
        foot.add(new Line(width).add(" " + outcome.note()).end());
        outcome.decision()
                .filter(decision -> !decision.holds())
                .ifPresent(decision -> foot.add(cost(decision, width, paint)));
        foot.addAll(LimitsPart.lines(outcome.checks(), view.explain(), width, paint));
        List<String> lines = outcome.decision()
                .map(decision -> new CandidateRows(decision, view.explain(), width, paint).lines(room - foot.size()))
                .map(ArrayList::new)
                .orElseGet(() -> new ArrayList<>(List.of(paint.quiet("DECISION none"))));
        lines.addAll(foot);
        return lines;
    }

    private static String cost(Decision decision, int width, Paint paint) {
        ActionCost cost = decision.proposal().chosen().cost();
        String text = " cost: fee " + Figures.cents(cost.fee()) + " impact " + Figures.cents(cost.impact()) + " gas "
                + Figures.cents(cost.gas()) + " · sandwich ≤ " + Figures.cents(cost.sandwich());
        return new Line(width).add(text, paint::quiet).end();
    }
}
