package io.ballast.think.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.action.Candidate;
import io.ballast.think.feature.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {
    private static final double[] WEIGHTS = {0.4, 0.3, 0.2, 0.1};

    private final SyntheticMarket market = new SyntheticMarket(1, 80, 0.003, 0.004);

    @Test
    void hasOneRowForEachCandidateAndOneColumnForEachFeature() {
        DecisionContext context = market.context(60, WEIGHTS);
        List<Candidate> candidates = market.candidates(context);

        float[][] rows = FeatureRows.of(context, candidates);

        assertThat(rows).hasDimensions(candidates.size(), FeatureRows.FEATURES.size());
        assertThat(FeatureRows.FEATURES.size()).isBetween(24, 48);
        assertThat(candidates.size()).isGreaterThan(5);
    }

    @Test
    void holdCostsNothingAndChangesNothing() {
        DecisionContext context = market.context(60, WEIGHTS);
        float[] hold = FeatureRows.of(context, market.candidates(context))[0];

        for (int i = 0; i < hold.length; i++) {
            String name = FeatureRows.FEATURES.features().get(i).name();
            if (List.of("turnover", "fee", "impact", "gas").contains(name)
                    || name.endsWith("_change")
                    || name.startsWith("traded_")) {
                assertThat(hold[i]).as(name).isZero();
            }
        }
    }

    @Test
    void tradesShowWhatTheyCost() {
        DecisionContext context = market.context(60, WEIGHTS);
        List<Candidate> candidates = market.candidates(context);
        Candidate candidate = candidates.get(1);
        float[] row = FeatureRows.of(context, candidates)[1];
        double fee = 10_000
                * candidate
                        .cost()
                        .fee()
                        .over(context.holdings().invested(context.market()))
                        .doubleValue();

        assertThat(value(row, "fee")).isCloseTo((float) fee, within(1e-5f)).isPositive();
        assertThat(value(row, "turnover")).isCloseTo(candidate.turnover().floatValue(), within(1e-6f));
        assertThat(value(row, "gas")).isPositive();
    }

    @Test
    void orderOfTokensDoesNotMatter() {
        SyntheticMarket reordered = new SyntheticMarket(1, 80, 0.003, 0.004, new int[] {0xd, 0xb, 0xa, 0xc});
        DecisionContext context = market.context(60, WEIGHTS);
        DecisionContext other = reordered.context(60, WEIGHTS);
        List<Candidate> candidates = market.candidates(context);
        List<Candidate> others = reordered.candidates(other);
        assertThat(other.market().universe().tokens().toString())
                .isNotEqualTo(context.market().universe().tokens().toString());

        float[][] rows = FeatureRows.of(context, candidates);
        float[][] otherRows = FeatureRows.of(other, others);

        assertThat(others).extracting(Candidate::label).containsExactlyElementsOf(labels(candidates));
        for (int row = 0; row < rows.length; row++) {
            assertThat(otherRows[row]).as(candidates.get(row).label()).containsExactly(rows[row], within(2e-4f));
        }
    }

    @Test
    void barsAfterTheDecisionChangeNothing() {
        SyntheticMarket longer = new SyntheticMarket(1, 200, 0.003, 0.004);
        DecisionContext context = market.context(60, WEIGHTS);
        DecisionContext same = longer.context(60, WEIGHTS);

        assertThat(FeatureRows.of(same, longer.candidates(same)))
                .isDeepEqualTo(FeatureRows.of(context, market.candidates(context)));
    }

    @Test
    void refusesCandidatesWithoutHoldInFront() {
        DecisionContext context = market.context(60, WEIGHTS);
        List<Candidate> candidates = new ArrayList<>(market.candidates(context));
        Collections.swap(candidates, 0, 1);

        assertThatThrownBy(() -> FeatureRows.of(context, candidates)).hasMessageContaining("HOLD first");
        assertThatThrownBy(() -> FeatureRows.of(context, List.of())).hasMessageContaining("HOLD first");
    }

    @Test
    void hashDependsOnNamesUnitsAndOrder() {
        List<Feature> features = new ArrayList<>(FeatureRows.FEATURES.features());
        Collections.swap(features, 3, 4);
        String swapped = new FeatureSet(1, features).hash();
        features = new ArrayList<>(FeatureRows.FEATURES.features());
        features.set(0, new Feature("turnover", "percent"));

        assertThat(FeatureRows.FEATURES.hash())
                .hasSize(64)
                .isNotEqualTo(swapped)
                .isNotEqualTo(new FeatureSet(1, features).hash())
                .isNotEqualTo(new FeatureSet(2, FeatureRows.FEATURES.features()).hash());
    }

    private static List<String> labels(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::label).toList();
    }

    private static float value(float[] row, String name) {
        List<String> names =
                FeatureRows.FEATURES.features().stream().map(Feature::name).toList();
        return row[names.indexOf(name)];
    }
}
