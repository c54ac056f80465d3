package io.ballast.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.training.ModelTrainer.Source;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.FittedNetwork;
import io.ballast.think.model.ModelDraft;
import io.ballast.think.model.NetworkScorer;
import io.ballast.think.model.Scores;
import io.ballast.think.model.SyntheticMarket;
import io.ballast.think.model.dl4j.Dl4jFitter;
import io.ballast.think.model.dl4j.ModelStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Source SOURCE = new Source("made up", "synthetic market: not evidence", "test");

    @TempDir
    private Path folder;

    @Test
    void findsAnEdgeWhereMoodsLast() {
        ModelDraft draft = train(new SyntheticMarket(5, 400, 0.004, 0.002));

        assertThat(draft.metrics().overHold()).isGreaterThan(20);
        assertThat(draft.metrics().overHoldInterval().low()).isPositive();
        assertThat(draft.metrics().hitRate()).isGreaterThan(0.6);
        assertThat(draft.metrics().seedsOverHold()).hasSize(3).allMatch(bps -> bps > 0);
    }

    @Test
    void claimsNoEdgeWhereThereIsNone() {
        ModelDraft draft = train(new SyntheticMarket(6, 400, 0, 0.004));

        assertThat(draft.gate().passed()).isFalse();
        assertThat(draft.gate().verdict()).isEqualTo("no demonstrated edge; may only veto");
        assertThat(draft.gate().failures()).isNotEmpty();
        assertThat(draft.metrics().tradeShare()).isLessThan(0.5);
    }

    @Test
    void draftBecomesAModelThatScores() {
        SyntheticMarket market = new SyntheticMarket(5, 200, 0.004, 0.002);
        ModelDraft draft = train(market);
        ModelStore store = new ModelStore(folder);
        String sha256 = store.save(draft);
        DecisionContext context = market.context(150, 0.4, 0.3, 0.2, 0.1);
        List<Candidate> candidates = market.candidates(context);

        try (NetworkScorer scorer = new NetworkScorer(store.load("tiny", sha256))) {
            Scores scores = scorer.score(context, candidates);

            assertThat(scores.rows()).hasSameSizeAs(candidates);
            assertThat(scorer.card().training().dataSha256()).hasSize(64);
            assertThat(scorer.card().training().from()).isEqualTo(SyntheticMarket.START);
        }
    }

    @Test
    void sameSeedGivesTheSameModel() {
        SyntheticMarket market = new SyntheticMarket(5, 150, 0.004, 0.002);
        ModelStore store = new ModelStore(folder);

        String first = store.save(train(market));

        assertThat(store.save(train(market))).isEqualTo(first);
    }

    private static ModelDraft train(SyntheticMarket market) {
        TrainingPlan plan = Plans.small(1);
        TrainingSet set = new TrainingSet(plan);
        set.add(Plans.history(5, market), Plans.labeller(market));
        ModelDraft draft = new ModelTrainer(new Dl4jFitter(), CLOCK, TrainingListener.SILENT)
                .train(plan, set, SOURCE)
                .draft();
        assertThat(draft.networks()).extracting(FittedNetwork::seed).containsExactly(1L, 2L, 3L);
        return draft;
    }
}
