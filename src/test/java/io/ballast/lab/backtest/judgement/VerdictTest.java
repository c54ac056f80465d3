package io.ballast.lab.backtest.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.metric.Interval;
import io.ballast.base.metric.Overfitting;
import io.ballast.lab.backtest.SampleRuns;
import io.ballast.lab.backtest.judgement.Comparison.Difference;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.judgement.RunFacts.SimulatorError;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final RunFacts FACTS = SampleRuns.facts("a");
    private static final Difference ABOVE = difference(2, 9);
    private static final Difference AROUND = difference(-3, 9);
    private static final Difference BELOW = difference(-9, -2);
    private static final Doubts SURE = doubts(0.99, Optional.empty());

    private static Difference difference(double low, double high) {
        return new Difference((low + high) / 2, Optional.of(new Interval(low, high)));
    }

    private static Doubts doubts(double deflated, Optional<Overfitting> overfitting) {
        return new Doubts(
                OptionalDouble.of(0.99),
                OptionalDouble.of(deflated),
                3,
                OptionalDouble.of(100),
                365,
                overfitting,
                overfitting.isPresent() ? 3 : 1);
    }

    private static Verdict verdict(RunFacts facts, Difference single, Difference doubled, Doubts doubts) {
        return Verdict.of(facts, 365, new Comparison("hold", single, doubled), doubts);
    }

    @Test
    void noEdgeIsDemonstratedWhileAnIntervalHoldsZero() {
        assertThat(verdict(FACTS, AROUND, AROUND, SURE)).isEqualTo(Verdict.NO_EDGE);
        assertThat(verdict(FACTS, new Difference(5, Optional.empty()), ABOVE, SURE))
                .isEqualTo(Verdict.NO_EDGE);
    }

    @Test
    void whatLosesForSureIsWorse() {
        assertThat(verdict(FACTS, BELOW, BELOW, SURE).sentence("hold")).isEqualTo("worse than hold; do not trade it");
    }

    @Test
    void anEdgeMustOutliveDoubledCostManyTrialsAndCrossValidation() {
        Doubts overfitted = doubts(0.99, Optional.of(new Overfitting(70, 0.6, 0.2)));

        assertThat(verdict(FACTS, ABOVE, AROUND, SURE)).isEqualTo(Verdict.COST_FRAGILE);
        assertThat(verdict(FACTS, ABOVE, ABOVE, doubts(0.9, Optional.empty()))).isEqualTo(Verdict.MAYBE_LUCK);
        assertThat(verdict(FACTS, ABOVE, ABOVE, overfitted)).isEqualTo(Verdict.OVERFITTED);
    }

    @Test
    void anEdgeOfASimulatorThatNobodyMeasuredIsCalledThat() {
        RunFacts measured = with(FACTS.data(), Optional.of(new SimulatorError(0, 0, 3_000)));

        assertThat(verdict(FACTS, ABOVE, ABOVE, SURE)).isEqualTo(Verdict.UNMEASURED);
        assertThat(verdict(measured, ABOVE, ABOVE, SURE)).isEqualTo(Verdict.EDGE);
    }

    @Test
    void dataThatAreUnfitOrMadeUpProveNothing() {
        DataFacts data = FACTS.data();

        assertThat(verdict(with(new DataFacts("F (1 gap)", data.notes(), false), Optional.empty()), ABOVE, ABOVE, SURE))
                .isEqualTo(Verdict.UNFIT_DATA);
        assertThat(verdict(with(new DataFacts("synthetic", data.notes(), true), Optional.empty()), ABOVE, ABOVE, SURE))
                .isEqualTo(Verdict.MADE_UP);
        assertThat(verdict(with(data.known("It was trained later."), Optional.empty()), ABOVE, ABOVE, SURE))
                .isEqualTo(Verdict.HINDSIGHT);
    }

    private static RunFacts with(DataFacts data, Optional<SimulatorError> error) {
        return new RunFacts(
                FACTS.title(),
                data,
                FACTS.fills(),
                FACTS.capital(),
                FACTS.start(),
                FACTS.targets(),
                error,
                FACTS.hashes(),
                FACTS.seed());
    }
}
