package io.ballast.base.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharpeEvidenceTest {
    /** The numerical example of Bailey and López de Prado (2014): 2.5 a year over 1250 days of 250 a year. */
    private static final SharpeEvidence PAPER = new SharpeEvidence(2.5 / Math.sqrt(250), -3, 10, 1250);

    @Test
    void deflatesTheExampleOfThePaper() {
        Trials trials = new Trials(100, Math.sqrt(0.5 / 250));

        assertThat(trials.bestByLuck()).isCloseTo(0.11317200186513214, within(1e-12));
        assertThat(PAPER.deflated(trials)).hasValueCloseTo(0.9003968344493903, within(1e-12));
    }

    @Test
    void deflatesMoreTheMoreWasTried() {
        double last = 1;
        for (int count : new int[] {1, 2, 10, 100, 10_000}) {
            double deflated = PAPER.deflated(new Trials(count, 0.05)).orElseThrow();
            assertThat(deflated).isLessThan(last);
            last = deflated;
        }
        assertThat(PAPER.deflated(new Trials(1, 0.05))).isEqualTo(PAPER.probabilityAbove(0));
    }

    @Test
    void aRecordAsLongAsTheLeastIsJustEnough() {
        double least = PAPER.leastPeriods(0.1, 0.95).orElseThrow();

        SharpeEvidence longEnough = new SharpeEvidence(PAPER.sharpe(), -3, 10, (int) Math.ceil(least));
        SharpeEvidence tooShort = new SharpeEvidence(PAPER.sharpe(), -3, 10, (int) Math.floor(least));
        assertThat(longEnough.probabilityAbove(0.1).orElseThrow()).isGreaterThanOrEqualTo(0.95);
        assertThat(tooShort.probabilityAbove(0.1).orElseThrow()).isLessThan(0.95);
        assertThat(PAPER.leastPeriods(PAPER.sharpe(), 0.95)).isEmpty();
    }
}
