package io.ballast.app.cli.screen;

import io.ballast.agent.Decision;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import io.ballast.think.strategy.CandidateVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The candidates of a decision, the chosen one first, then HOLD, then by score.
 *
 * @param all as many as there is room for, instead of a few
 */
record CandidateRows(Decision decision, boolean all, int width, Paint paint) {
    private static final int FEW = 5;
    private static final int NARROW_LABEL = 28;
    private static final int WIDE_LABEL = 38;
    private static final int WIDE = 90;
    private static final int WITH_VERDICT = 72;

    List<String> lines(int room) {
        List<Integer> order = order();
        int shown = Math.max(1, Math.min(order.size(), Math.min(room - 1, all ? Integer.MAX_VALUE : FEW)));
        if (shown < order.size() && shown > 1 && shown == room - 1) {
            shown--; // the line that counts the others
        }
        List<String> lines = new ArrayList<>();
        lines.add(title());
        order.stream().limit(shown).map(this::row).forEach(lines::add);
        if (shown < order.size()) {
            lines.add(new Line(width)
                    .add("   … " + (order.size() - shown) + " more", paint::quiet)
                    .end());
        }
        return lines;
    }

    private int label() {
        return width < WIDE ? NARROW_LABEL : WIDE_LABEL;
    }

    private String title() {
        return new Line(width)
                .add(Columns.left("DECISION " + decision.id(), label() + 3), paint::strong)
                .add(Columns.right("edge bps (low)", 15) + Columns.right("cost USD", 10), paint::quiet)
                .end();
    }

    private List<Integer> order() {
        Comparator<Integer> chosenFirst =
                Comparator.comparing(i -> i != decision.proposal().index());
        Comparator<Integer> thenHold =
                Comparator.comparing(i -> !decision.candidates().get(i).isHold());
        Comparator<Integer> thenEdge = Comparator.comparingDouble(i -> -edge(i));
        return IntStream.range(0, decision.candidates().size())
                .boxed()
                .sorted(chosenFirst.thenComparing(thenHold).thenComparing(thenEdge))
                .toList();
    }

    private String row(int i) {
        Candidate candidate = decision.candidates().get(i);
        boolean chosen = i == decision.proposal().index();
        Line line = new Line(width)
                .add(chosen ? " ▶ " : "   ", paint::chosen)
                .add(Columns.left(CandidateWords.of(candidate), label()), text -> chosen ? paint.chosen(text) : text)
                .add(Columns.right(
                        score(i).map(score -> score(score, candidate)).orElse("n/a"), 15))
                .add(Columns.right(Figures.cents(candidate.cost().total()), 10));
        return width < WITH_VERDICT
                ? line.end()
                : line.add("  ").add(verdict(i), paint::quiet).end();
    }

    private String verdict(int i) {
        List<CandidateVerdict> verdicts = decision.proposal().verdicts();
        return i < verdicts.size() ? verdicts.get(i).words() : "";
    }

    private String score(ActionScore score, Candidate candidate) {
        String edge = Figures.score(score.edge());
        return decision.model().isPresent() && !candidate.isHold()
                ? edge + " (" + Figures.score(score.low()) + ")"
                : edge;
    }

    private double edge(int i) {
        return score(i).map(ActionScore::edge).orElse(Double.NEGATIVE_INFINITY);
    }

    private Optional<ActionScore> score(int i) {
        Optional<Scores> scores = decision.model().isPresent() ? decision.model() : decision.rule();
        return scores.filter(known -> i < known.rows().size())
                .map(known -> known.rows().get(i));
    }
}
