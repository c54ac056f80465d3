package io.ballast.lab.backtest.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.SampleRuns;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.baseline.Hold;
import io.ballast.lab.backtest.baseline.Mix;
import io.ballast.lab.backtest.baseline.Threshold;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final int YEAR = 365 * 24 + 1;
    private static final BacktestResult RESULT =
            Judgement.of(SampleRuns.threshold(YEAR, 0.05), SampleRuns.facts("a"), List.of());

    @Test
    void aBaselineThatDoesWhatTheStrategyDoesMakesTheSame() {
        RunRecord run = SampleRuns.of("held", Hold.of(Mix.of(0.4, 0.3)), YEAR);

        BacktestResult result = Judgement.of(run, SampleRuns.facts("a"), List.of());

        Policy hold = result.principal().get(1);
        assertThat(hold.name()).isEqualTo("hold");
        assertThat(hold.curve()).containsExactly(result.strategy().curve(), within(1e-6));
        assertThat(hold.trading().cost()).isCloseTo(result.strategy().trading().cost(), within(1e-9));
        assertThat(hold.trading().turnoverPerYear())
                .isCloseTo(result.strategy().trading().turnoverPerYear(), within(2e-3));
        assertThat(result.comparisons().get(1).single().mean()).isCloseTo(0, within(1e-6));
        assertThat(result.comparisons().get(1).doubled().mean()).isCloseTo(0, within(0.1));
    }

    @Test
    void theFirstPurchaseIsPaidFor() {
        assertThat(RESULT.strategy().curve()[0]).isEqualTo(SampleRuns.CAPITAL);
        assertThat(RESULT.strategy().returns().at(0)).isEqualTo(RESULT.run().equity()[24] / SampleRuns.CAPITAL - 1);
        assertThat(RESULT.run().costs().fee()).isGreaterThan(0.69 * SampleRuns.CAPITAL * SampleRuns.RATE);
    }

    @Test
    void judgesDaysOfHourlyBarsAndFallsOnEveryBar() {
        assertThat(RESULT.sampling().daily()).isTrue();
        assertThat(RESULT.sampling().periods()).isEqualTo(365);
        assertThat(RESULT.strategy().fall().depth())
                .isLessThanOrEqualTo(RESULT.strategy().performance().deepest().depth());
    }

    @Test
    void comparesWithTheBestOfTheThreeThatMatter() {
        assertThat(RESULT.principal()).extracting(Policy::name).containsExactly("band", "hold", "equal-weight");
        assertThat(RESULT.principal())
                .allMatch(policy -> policy.total() <= RESULT.best().total());
        assertThat(RESULT.baselines()).extracting(Policy::name).contains("olmar", "anticor", "bcrp", "eg");
    }

    @Test
    void findsNoEdgeWhereThereIsNone() {
        assertThat(RESULT.verdict()).isEqualTo(Verdict.NO_EDGE);
        assertThat(RESULT.againstBest().single().interval())
                .hasValueSatisfying(found -> assertThat(found.contains(0)).isTrue());
    }

    @Test
    void twiceTheCostIsWorseForWhoTradesMore() {
        RunRecord busy = SampleRuns.of("busy", new Threshold(Mix.of(0.4, 0.3), 0.003), YEAR);

        Comparison hold = Judgement.of(busy, SampleRuns.facts("a"), List.of())
                .comparisons()
                .get(1);

        assertThat(hold.doubled().mean()).isLessThan(hold.single().mean());
    }

    @Test
    void aGainByDelayIsNoCostThatTwiceOfItWouldEarn() {
        RunRecord run = SampleRuns.of("busy", new Threshold(Mix.of(0.4, 0.3), 0.003), YEAR);
        RunRecord lucky = new RunRecord(
                run.strategy(),
                run.assets(),
                run.times(),
                run.equity(),
                run.weights(),
                run.prices(),
                run.trades().stream().map(JudgementTest::withAGain).toList(),
                run.decisions(),
                run.halted());
        assertThat(lucky.costs().total()).isNegative();

        Comparison hold = Judgement.of(lucky, SampleRuns.facts("a"), List.of())
                .comparisons()
                .get(1);
        Comparison plain = Judgement.of(run, SampleRuns.facts("a"), List.of())
                .comparisons()
                .get(1);

        assertThat(hold.doubled()).isEqualTo(plain.doubled());
    }

    private static TradeRecord withAGain(TradeRecord trade) {
        CostSplit cost = trade.cost();
        return trade.costing(
                new CostSplit(cost.fee(), cost.impact(), cost.gas(), -10 * cost.total() - 1, cost.mev(), 0));
    }

    @Test
    void saysSoWhenARunIsTooShort() {
        BacktestResult result = Judgement.of(SampleRuns.threshold(12, 0.05), SampleRuns.facts("a"), List.of());

        assertThat(result.verdict()).isEqualTo(Verdict.TOO_SHORT);
        assertThat(result.regimes()).isEmpty();
        assertThat(Summary.of(result)).last().isEqualTo("VERDICT: too short for a verdict");
    }

    @Test
    void findsTheCapitalAtWhichTheEdgeHalves() {
        RunRecord run = SampleRuns.threshold(YEAR, 0.05);
        double last = run.equity()[run.rows() - 1];
        RunRecord poor = scaled(run, 100, 0.5);

        BacktestResult result =
                Judgement.of(run, SampleRuns.facts("a"), List.of(), Map.of(100 * SampleRuns.CAPITAL, poor));

        assertThat(result.capacity()).hasValueSatisfying(curve -> {
            assertThat(curve.points()).hasSize(2);
            assertThat(curve.points().getFirst().edge())
                    .isCloseTo(last / SampleRuns.CAPITAL - 1 - result.best().total(), within(1e-12));
        });
    }

    private static RunRecord scaled(RunRecord run, double factor, double lost) {
        double[] equity = run.equity().clone();
        for (int row = 0; row < equity.length; row++) {
            equity[row] *= factor * (1 - lost * row / equity.length);
        }
        return new RunRecord(
                run.strategy(),
                run.assets(),
                run.times(),
                equity,
                run.weights(),
                run.prices(),
                run.trades(),
                run.decisions(),
                run.halted());
    }

    @Test
    void summarisesInLinesOfEightyCharacters() {
        List<String> lines = Summary.of(RESULT);

        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines.getFirst()).isEqualTo("core 2023 · proportional · data B (2 gaps) · sim error not measured");
        assertThat(lines.get(1)).matches("\\s+core\\s+band\\s+hold\\s+1/N");
        assertThat(String.join("\n", lines)).contains("capacity not measured", "DSR ", "(1 trial)", "1x cost: ");
        assertThat(lines.getLast()).isEqualTo("VERDICT: no demonstrated edge; model may only veto");
    }

    @Test
    void documentsEverythingThatTheContractNames() {
        Map<String, Object> document = ResultDocument.of(RESULT);

        assertThat(document).containsKeys("metrics", "baselines", "costs", "trades", "equity", "hashes");
        assertThat(document).containsEntry("simulatorError", null);
        assertThat(document.get("hashes"))
                .asString()
                .contains(RESULT.facts().hashes().result());
    }

    @Test
    void theSameInputsGiveTheSameDocument() {
        BacktestResult again = Judgement.of(SampleRuns.threshold(YEAR, 0.05), SampleRuns.facts("a"), List.of());

        assertThat(ResultDocument.of(again).toString())
                .isEqualTo(ResultDocument.of(RESULT).toString());
    }

    @Test
    void weighsByCapitalisationWhereSomebodyKnowsIt() {
        RunFacts facts = SampleRuns.facts("a");
        RunFacts known = new RunFacts(
                facts.title(),
                facts.data(),
                facts.fills(),
                facts.capital(),
                facts.start(),
                facts.targets(),
                java.util.Optional.of(List.of(300.0, 100.0)),
                facts.simulatorError(),
                facts.hashes(),
                facts.seed());
        RunRecord run = SampleRuns.of("held", Hold.of(Mix.of(0.75, 0.25)), YEAR);

        BacktestResult result = Judgement.of(run, known, List.of());

        assertThat(result.baselines())
                .filteredOn(policy -> policy.name().equals("cap-weighted"))
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy.total()).isCloseTo(result.strategy().total(), within(1e-6)));
        assertThat(RESULT.baselines()).extracting(Policy::name).doesNotContain("cap-weighted");
    }

    @Test
    void showsFourBaselinesWithinEightyCharacters() {
        List<String> lines = Summary.of(RESULT, List.of("hold", "equal-weight", "inverse-volatility", "universal"));

        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(1)).matches("\\s+core\\s+hold\\s+1/N\\s+inverse-vo…\\s+universal");
        assertThat(lines.getLast()).isEqualTo(Summary.of(RESULT).getLast());
    }
}
