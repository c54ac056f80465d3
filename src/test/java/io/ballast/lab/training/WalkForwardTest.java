package io.ballast.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.lab.training.WalkForward.Fold;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkForwardTest {
    private static final int HORIZON = 6;

    @Test
    void noLabelLooksAcrossABoundary() {
        for (Fold fold : WalkForward.folds(48, 548, HORIZON, 3)) {
            assertThat(fold.train().to() - 1 + HORIZON)
                    .isLessThan(fold.validation().from() - HORIZON + 1);
            assertThat(fold.validation().to() - 1 + HORIZON)
                    .isLessThan(fold.test().from() - HORIZON + 1);
        }
    }

    @Test
    void testSpansFollowEachOtherToTheEnd() {
        List<Fold> folds = WalkForward.folds(48, 548, HORIZON, 3);

        assertThat(folds).extracting(fold -> fold.train().from()).containsOnly(48);
        assertThat(folds.get(0).test().to()).isEqualTo(folds.get(1).test().from());
        assertThat(folds.get(1).test().to()).isEqualTo(folds.get(2).test().from());
        assertThat(folds.get(2).test().to()).isEqualTo(548);
    }

    @Test
    void refusesTooFewBars() {
        assertThatThrownBy(() -> WalkForward.folds(0, 50, HORIZON, 1)).hasMessageContaining("too few bars");
    }
}
