package io.ballast.lab.backtest.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLedgerTest {
    private static final int ROWS = 200 * 24 + 1;

    @TempDir
    Path folder;

    @Test
    void countsTheSameRunOnceAndEveryOtherTry() {
        TrialLedger ledger = new TrialLedger(folder.resolve(TrialLedger.NAME));

        ledger.record(trial("a", 0.05));
        ledger.record(trial("a", 0.05));
        List<Trial> trials = ledger.record(trial("b", 0.02));

        assertThat(trials).hasSize(2);
        assertThat(trials.get(0).evidence()).isEqualTo(trial("a", 0.05).evidence());
        assertThat(trials.get(0).returns().at(3))
                .isEqualTo((float) trial("a", 0.05).returns().at(3));
    }

    @Test
    void moreTriesDeflateTheResultAndRankEachOther() {
        TrialLedger ledger = new TrialLedger(folder.resolve(TrialLedger.NAME));
        RunRecord run = SampleRuns.threshold(ROWS, 0.05);
        List<Trial> one = ledger.record(trial("a", 0.05));
        ledger.record(trial("b", 0.01));
        List<Trial> three = ledger.record(trial("c", 0.2));

        Doubts alone = Judgement.of(run, SampleRuns.facts("a"), one).doubts();
        Doubts many = Judgement.of(run, SampleRuns.facts("a"), three).doubts();

        assertThat(alone.deflated()).isEqualTo(alone.probabilistic());
        assertThat(alone.overfitting()).isEmpty();
        assertThat(many.trials()).isEqualTo(3);
        assertThat(many.deflated().orElseThrow())
                .isLessThan(alone.deflated().orElseThrow());
        assertThat(many.overfitting())
                .hasValueSatisfying(found -> assertThat(found.splits()).isEqualTo(12_870));
    }

    @Test
    void refusesALedgerWithALineThatIsNoTrial() throws IOException {
        Path file = folder.resolve(TrialLedger.NAME);
        TrialLedger ledger = new TrialLedger(file);
        ledger.record(trial("a", 0.05));
        Files.writeString(file, "half a li\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> ledger.record(trial("b", 0.05)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trials.tsv:3");
    }

    private static Trial trial(String scenario, double distance) {
        return Trial.of(SampleRuns.threshold(ROWS, distance), SampleRuns.facts(scenario));
    }
}
