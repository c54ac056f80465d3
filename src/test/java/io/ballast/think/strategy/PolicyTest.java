package io.ballast.think.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.think.Markets;
import io.ballast.think.action.ActionCost;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.strategy.ScorerChoice.Role;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final PolicyThresholds THRESHOLDS = new PolicyThresholds(0.3, 0.1, 50);
    private static final List<Candidate> CANDIDATES = List.of(
            candidate(ActionKind.HOLD, "HOLD"),
            candidate(ActionKind.MOVE, "50% to target"),
            candidate(ActionKind.MOVE, "100% to target"),
            candidate(ActionKind.SHIFT, "WETH→USDC"));

    private final Policy policy = new Policy();

    private static Candidate candidate(ActionKind kind, String label) {
        Holdings holdings = Markets.holdings(1, 1, 1, 1);
        return new Candidate(
                kind,
                label,
                "",
                List.of(),
                ActionCost.NONE,
                holdings,
                Markets.weights(25, 25, 25, 25),
                BigDecimal.ZERO);
    }

    private static Scores rule(double... edges) {
        return new Scores(
                "band",
                "",
                DoubleStream.concat(DoubleStream.of(0), Arrays.stream(edges))
                        .mapToObj(ActionScore::certain)
                        .toList());
    }

    private static Scores model(ActionScore... rows) {
        return new Scores(
                "demo-v1",
                "9f3c",
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(new ActionScore(0, 0, 0, -10, 5, 20)), Arrays.stream(rows))
                        .toList());
    }

    /** A score of which nothing is in doubt. */
    private static ActionScore sure(double edge) {
        return new ActionScore(edge, 0.1, edge - 0.1, -10, 5, 20);
    }

    private Proposal alone(double... edges) {
        return policy.decide(CANDIDATES, rule(edges), Optional.empty(), Role.VETO, THRESHOLDS);
    }

    private static List<String> words(Proposal proposal) {
        return proposal.verdicts().stream().map(CandidateVerdict::words).toList();
    }

    @Test
    void theRulesBestActionIsTaken() {
        Proposal proposal = alone(0.9, 1.2, 0.7);

        assertThat(proposal.index()).isEqualTo(2);
        assertThat(proposal.chosen()).isSameAs(CANDIDATES.get(2));
        assertThat(words(proposal)).containsExactly("Lower score", "Lower score", "Chosen", "Lower score");
        assertThat(proposal.reason()).isEqualTo("Best of 4 by band: +1.2 bps");
    }

    @Test
    void ofEqualsTheEarlierIsTaken() {
        assertThat(alone(0.9, 0.9, 0.9).index()).isEqualTo(1);
    }

    @Test
    void everyLoserHasItsReason() {
        Proposal proposal = alone(0.2, -0.4, 0.3);

        assertThat(proposal.index()).isZero();
        assertThat(words(proposal))
                .containsExactly(
                        "Chosen",
                        "Under the 0.3 bps minimum edge",
                        "Costs more than it gains",
                        "Under the 0.3 bps minimum edge");
        assertThat(proposal.reason()).isEqualTo("WETH→USDC: Under the 0.3 bps minimum edge");
    }

    @Test
    void anEdgeOfExactlyTheMinimumIsNotEnough() {
        assertThat(alone(0.3, 0, 0).index()).isZero();
        assertThat(alone(0.3000001, 0, 0).index()).isEqualTo(1);
    }

    @Test
    void withNothingElseItHolds() {
        Proposal proposal = policy.decide(CANDIDATES.subList(0, 1), rule(), Optional.empty(), Role.VETO, THRESHOLDS);

        assertThat(proposal.index()).isZero();
        assertThat(proposal.reason()).isEqualTo("Nothing else can be traded");
    }

    @Test
    void aModelWithoutDoubtLetsTheRulesActionThrough() {
        Proposal proposal = policy.decide(
                CANDIDATES, rule(1, 2, 0), Optional.of(model(sure(9), sure(1), sure(9))), Role.VETO, THRESHOLDS);

        assertThat(proposal.index()).isEqualTo(2);
        assertThat(proposal.reason()).isEqualTo("Best of 4 by band: +2.0 bps; demo-v1 agrees");
    }

    @Test
    void aVetoMeansHoldNeverAnotherAction() {
        ActionScore doubtful = new ActionScore(0.8, 1.1, -0.3, -10, 5, 20);
        Proposal proposal = policy.decide(
                CANDIDATES, rule(1, 2, 0), Optional.of(model(sure(9), doubtful, sure(9))), Role.VETO, THRESHOLDS);

        assertThat(proposal.index()).isZero();
        assertThat(words(proposal))
                .containsExactly("Chosen", "Lower score", "Lower bound under zero", "Costs more than it gains");
        assertThat(proposal.reason()).isEqualTo("Veto by demo-v1 of 100% to target: Lower bound under zero");
    }

    @Test
    void aModelCannotLetThroughWhatTheRuleDoesNotWant() {
        Proposal proposal = policy.decide(
                CANDIDATES, rule(0, -1, -2), Optional.of(model(sure(9), sure(9), sure(9))), Role.VETO, THRESHOLDS);

        assertThat(proposal.index()).isZero();
    }

    @Test
    void eachConditionOfAModelCanVeto() {
        assertThat(vetoWords(new ActionScore(1, 1, 0, -10, 5, 20))).isEqualTo("Lower bound under zero");
        assertThat(vetoWords(new ActionScore(-1, 1, -2, -10, 5, 20))).isEqualTo("Costs more than it gains");
        assertThat(vetoWords(new ActionScore(1, 0.1, 0.9, -10, 0.1, 20))).isEqualTo("Median not above 0.1 bps");
        assertThat(vetoWords(new ActionScore(1, 0.1, 0.9, -50, 5, 20))).isEqualTo("10% quantile not above −50.0 bps");
        assertThat(vetoWords(new ActionScore(0.3, 0.1, 0.2, -10, 5, 20))).isEqualTo("Under the 0.3 bps minimum edge");
        assertThat(vetoWords(new ActionScore(1, 0.1, 0.9, -49.9, 0.11, 20))).isEqualTo("Chosen");
    }

    private String vetoWords(ActionScore score) {
        Optional<Scores> model = Optional.of(model(score, sure(1), sure(1)));
        return words(policy.decide(CANDIDATES, rule(2, 1, 0), model, Role.VETO, THRESHOLDS))
                .get(1);
    }

    @Test
    void aRankingModelChoosesByItsLowerBound() {
        ActionScore risky = new ActionScore(5, 4.8, 0.2, -10, 5, 20);
        Proposal proposal = policy.decide(
                CANDIDATES, rule(9, -1, -1), Optional.of(model(risky, sure(1), sure(2))), Role.RANK, THRESHOLDS);

        assertThat(proposal.index()).isEqualTo(3);
        assertThat(words(proposal)).containsExactly("Lower score", "Lower score", "Lower score", "Chosen");
        assertThat(proposal.reason()).isEqualTo("Best of 4 by demo-v1: +1.9 bps");
    }

    @Test
    void aRankingModelInDoubtHolds() {
        ActionScore doubtful = new ActionScore(5, 6, -1, -10, 5, 20);
        Proposal proposal = policy.decide(
                CANDIDATES, rule(9, 9, 9), Optional.of(model(doubtful, doubtful, doubtful)), Role.RANK, THRESHOLDS);

        assertThat(proposal.index()).isZero();
        assertThat(proposal.reason()).endsWith("Lower bound under zero");
    }

    @Test
    void holdsForAnyOtherReason() {
        Proposal proposal = policy.hold(CANDIDATES, "Window 12 of 48 bars");

        assertThat(proposal.chosen().isHold()).isTrue();
        assertThat(words(proposal))
                .containsExactly("Chosen", "Window 12 of 48 bars", "Window 12 of 48 bars", "Window 12 of 48 bars");
    }

    @Test
    void rowsMustMatchCandidates() {
        assertThatIllegalArgumentException().isThrownBy(() -> alone(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        policy.decide(CANDIDATES, rule(1, 2, 3), Optional.of(model(sure(1))), Role.RANK, THRESHOLDS));
    }

    @Test
    void thresholdsAreFiniteAndNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyThresholds(-0.1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyThresholds(Double.NaN, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyThresholds(0, Double.POSITIVE_INFINITY, 0));
    }

    /** Whatever the scores: one is chosen, it is in no doubt, and everyone has words. */
    @Test
    void neverTakesWhatIsInDoubt() {
        Random random = new Random(2);
        Doubt doubt = new Doubt(THRESHOLDS);
        for (int i = 0; i < 5_000; i++) {
            Scores rule = rule(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            Scores model = model(any(random), any(random), any(random));
            Role role = random.nextBoolean() ? Role.RANK : Role.VETO;
            Proposal proposal = policy.decide(CANDIDATES, rule, Optional.of(model), role, THRESHOLDS);

            assertThat(proposal.verdicts())
                    .hasSize(4)
                    .noneMatch(verdict -> verdict.words().isEmpty());
            assertThat(proposal.verdicts().stream().filter(CandidateVerdict::chosen))
                    .hasSize(1);
            assertThat(proposal.verdicts().get(proposal.index()).chosen()).isTrue();
            if (proposal.index() > 0) {
                assertThat(doubt.ofModel(model.rows().get(proposal.index()))).isEmpty();
                assertThat(role == Role.RANK || rule.edge(proposal.index()) > 0.3)
                        .isTrue();
            }
        }
    }

    private static ActionScore any(Random random) {
        double edge = random.nextGaussian();
        double deviation = Math.abs(random.nextGaussian()) / 2;
        return new ActionScore(
                edge, deviation, edge - deviation, 60 * random.nextGaussian(), random.nextGaussian(), 90);
    }
}
