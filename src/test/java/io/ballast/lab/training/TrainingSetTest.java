package io.ballast.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.model.FeatureRows;
import io.ballast.think.model.SyntheticMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final TrainingPlan PLAN = Plans.small(1);

    @Test
    void labelsEveryBarWithAFullWindowAndAHorizonAhead() {
        TrainingSet set = set(PLAN, market(100));
        List<LabelledDecision> decisions = set.decisions();

        int bars = 100 - (FeatureRows.WINDOW - 1) - PLAN.horizon();
        assertThat(decisions).hasSize(bars * PLAN.starts());
        assertThat(decisions.get(0).bar()).isEqualTo(FeatureRows.WINDOW - 1);
        assertThat(set.rows()).isGreaterThan(5 * decisions.size());
    }

    @Test
    void holdingEarnsWhatThePricesDo() {
        SyntheticMarket still = new SyntheticMarket(1, 70, 0, 0);
        for (LabelledDecision decision : set(PLAN, still).decisions()) {
            assertThat(decision.utility()[0]).isZero();
        }
    }

    @Test
    void inAStillMarketEveryTradeLosesJustItsCost() {
        SyntheticMarket still = new SyntheticMarket(1, 70, 0, 0);
        for (LabelledDecision decision : set(PLAN, still).decisions()) {
            for (int i = 1; i < decision.utility().length; i++) {
                assertThat(decision.cost()[i]).isPositive();
                // Log growth of a small loss, and costs that are each rounded up.
                assertThat((double) -decision.utility()[i])
                        .isCloseTo(decision.cost()[i], within(0.02 * decision.cost()[i] + 1e-4));
            }
        }
    }

    @Test
    void sameSeedGivesTheSameDataAndAnotherOneDoesNot() {
        String hash = set(PLAN, market(100)).sha256();

        assertThat(set(PLAN, market(100)).sha256()).isEqualTo(hash);
        assertThat(set(Plans.small(2), market(100)).sha256()).isNotEqualTo(hash);
    }

    @Test
    void laterBarsChangeNoFeature() {
        List<LabelledDecision> shorter = set(PLAN, market(100)).decisions();
        List<LabelledDecision> longer = set(PLAN, market(140)).decisions();

        for (int i = 0; i < shorter.size(); i++) {
            assertThat(longer.get(i).rows()).isDeepEqualTo(shorter.get(i).rows());
        }
    }

    @Test
    void refusesAHistoryThatIsTooShort() {
        assertThatThrownBy(() -> set(PLAN, market(FeatureRows.WINDOW + PLAN.horizon() - 1)))
                .hasMessageContaining("gives no decision");
    }

    private static SyntheticMarket market(int bars) {
        // The same walk, cut off sooner or later.
        return new SyntheticMarket(5, bars, 0.003, 0.004);
    }

    private static TrainingSet set(TrainingPlan plan, SyntheticMarket market) {
        TrainingSet set = new TrainingSet(plan);
        set.add(Plans.history(5, market), Plans.labeller(market));
        return set;
    }
}
