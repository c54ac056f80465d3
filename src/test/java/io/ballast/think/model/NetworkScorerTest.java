package io.ballast.think.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.action.Candidate;
import io.ballast.think.model.dl4j.ModelStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkScorerTest {
    private static final int MEMBERS = 5;

    @TempDir
    private Path folder;

    private final SyntheticMarket market = new SyntheticMarket(1, 80, 0.003, 0.004);
    private final DecisionContext context = market.context(60, 0.4, 0.3, 0.2, 0.1);
    private final List<Candidate> candidates = market.candidates(context);
    private LoadedModel model;
    private LoadedModel plain;

    @BeforeEach
    void load() {
        ModelStore store = new ModelStore(folder);
        String sha256 = store.save(ModelDrafts.draft("tiny", MEMBERS));
        model = store.load("tiny", sha256);
        plain = store.loadPlain("tiny", sha256);
    }

    @Test
    void scoresEveryCandidateAgainstHold() {
        try (NetworkScorer scorer = new NetworkScorer(model)) {
            Scores scores = scorer.score(context, candidates);

            assertThat(scores.rows()).hasSameSizeAs(candidates);
            assertThat(scores.rows().get(0).edge()).isZero();
            assertThat(scores.rows().get(0).deviation()).isZero();
            assertThat(scores.rows().get(0).low()).isZero();
            assertThat(scores.scorer()).isEqualTo("tiny");
            assertThat(scores.digest()).hasSize(64);
            assertThat(scorer.info()).isEqualTo(new ScorerInfo("tiny", model.sha256(), FeatureRows.WINDOW));
        }
    }

    @Test
    void edgeIsTheMeanAdvantageInBasisPointsAndLowLiesKappaDeviationsBelow() {
        float[][] rows = model.card().standardizer().apply(FeatureRows.of(context, candidates));
        double[] advantages = new double[MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            float[][] out = plain.members().get(i).network().output(rows);
            advantages[i] = 100 * 0.05 * (out[2][0] - out[0][0]);
        }
        double mean = java.util.Arrays.stream(advantages).average().orElseThrow();
        double squares = java.util.Arrays.stream(advantages)
                .map(a -> (a - mean) * (a - mean))
                .sum();

        ActionScore score =
                new NetworkScorer(plain).score(context, candidates).rows().get(2);

        assertThat(score.edge()).isCloseTo(mean, within(1e-9));
        assertThat(score.deviation()).isCloseTo(Math.sqrt(squares / (MEMBERS - 1)), within(1e-9));
        assertThat(score.low()).isCloseTo(score.edge() - score.deviation(), within(1e-9));
        assertThat(score.q10()).isLessThanOrEqualTo(score.q50());
        assertThat(score.q50()).isLessThanOrEqualTo(score.q90());
    }

    @Test
    void plainJavaScoresTheSame() {
        try (NetworkScorer scorer = new NetworkScorer(model)) {
            Scores library = scorer.score(context, candidates);
            Scores reference = new NetworkScorer(plain).score(context, candidates);

            assertThat(library.digest()).isEqualTo(reference.digest());
            for (int i = 0; i < candidates.size(); i++) {
                assertThat(library.edge(i)).isCloseTo(reference.edge(i), within(1e-3));
                assertThat(library.rows().get(i).q90())
                        .isCloseTo(reference.rows().get(i).q90(), within(1e-3));
            }
        }
    }

    @Test
    void refusesOutputThatIsNotFinite() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Network broken = new Network() {
                @Override
                public float[][] output(float[][] rows) {
                    float[][] out = new float[rows.length][OUTPUTS];
                    out[rows.length - 1][3] = bad;
                    return out;
                }

                @Override
                public String digest() {
                    return "d";
                }
            };

            assertThatThrownBy(() -> scorerOf(broken, "d").score(context, candidates))
                    .isInstanceOf(ScoringException.class)
                    .hasMessage("a network's output is not finite");
        }
    }

    @Test
    void refusesAMemberThatChangedSinceItWasLoaded() {
        Network network = plain.members().get(0).network();

        assertThatThrownBy(() -> scorerOf(network, "0".repeat(64)).score(context, candidates))
                .isInstanceOf(ScoringException.class)
                .hasMessageContaining("changed since they were loaded");
    }

    @Test
    void refusesInputUnlikeTheTrainingData() {
        SyntheticMarket wild = new SyntheticMarket(1, 80, 0.2, 0.5);
        DecisionContext stormy = wild.context(60, 0.4, 0.3, 0.2, 0.1);

        assertThatThrownBy(() -> new NetworkScorer(plain).score(stormy, wild.candidates(stormy)))
                .isInstanceOf(ScoringException.class)
                .hasMessageContaining("input unlike the training data");
    }

    @Test
    void refusesInputThatIsNotFinite() {
        float[][] rows = new float[2][FeatureRows.FEATURES.size()];
        rows[1][3] = Float.NaN;

        assertThatThrownBy(() -> new OutlierGuard(1).check(rows))
                .isInstanceOf(ScoringException.class)
                .hasMessage("input not finite: gas");
    }

    @Test
    void toleratesAFewOutliers() {
        float[][] rows = new float[10][10];
        rows[0][0] = 7;
        new OutlierGuard(0.01).check(rows);
        rows[0][1] = -7;

        assertThatThrownBy(() -> new OutlierGuard(0.01).check(rows)).hasMessageContaining("2 of 100 values");
    }

    @Test
    void saysSoWhenThereAreNoFeatures() {
        List<Candidate> reversed = new ArrayList<>(candidates).reversed();

        assertThatThrownBy(() -> new NetworkScorer(plain).score(context, reversed))
                .isInstanceOf(ScoringException.class)
                .hasMessageStartingWith("no features: ");
    }

    @Test
    void goesStaleWithAge() {
        ModelCard card = model.card();

        assertThat(card.isStale(ModelDrafts.TRAINED_AT.plus(Duration.ofDays(30)), Duration.ofDays(30)))
                .isFalse();
        assertThat(card.isStale(ModelDrafts.TRAINED_AT.plus(Duration.ofDays(30)).plusSeconds(1), Duration.ofDays(30)))
                .isTrue();
        assertThat(card.isStale(ModelDrafts.TRAINED_AT.plus(Duration.ofDays(9999)), Duration.ZERO))
                .isFalse();
    }

    private NetworkScorer scorerOf(Network network, String digest) {
        return new NetworkScorer(
                new LoadedModel(model.card(), model.sha256(), List.of(new Member(0, digest, network))));
    }
}
