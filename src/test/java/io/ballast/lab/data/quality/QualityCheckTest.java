package io.ballast.lab.data.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QualityCheckTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final List<double[]> bars = quiet(3_000);

    /** Time in minutes, close, volume; the other prices follow from the close. */
    private static List<double[]> quiet(int count) {
        Random random = new Random(3);
        List<double[]> bars = new ArrayList<>();
        double close = 100;
        for (int i = 0; i < count; i++) {
            close *= Math.exp(random.nextGaussian() * 0.001);
            bars.add(new double[] {i, close, 5, 1.001, 0.999});
        }
        return bars;
    }

    private Quality quality() {
        return QualityCheck.of(new Rows(bars), MINUTE);
    }

    @Test
    void findsNothingInAQuietMarket() {
        assertThat(quality().grade()).isEqualTo(Grade.A);
        assertThat(quality().reasons()).isEmpty();
        assertThat(quality().brief()).isEqualTo("A");
    }

    @Test
    void countsMissingBarsAndGaps() {
        bars.subList(1_000, 1_002).clear();
        bars.remove(100);

        assertThat(quality().missing()).isEqualTo(3);
        assertThat(quality().longestGap()).isEqualTo(2);
        assertThat(quality().brief()).isEqualTo("B (2 gaps)");
    }

    @Test
    void gradesByTheShareThatIsMissing() {
        bars.subList(1_000, 1_020).clear();
        assertThat(quality().grade()).isEqualTo(Grade.C);
        bars.subList(1_000, 1_200).clear();
        assertThat(quality().grade()).isEqualTo(Grade.D);
    }

    @Test
    void countsASpikeOfOneBarButNoMoveThatStays() {
        bars.get(500)[1] *= 1.1;
        bars.subList(800, bars.size()).forEach(bar -> bar[1] *= 1.2);

        assertThat(quality().spikes()).isEqualTo(1);
        assertThat(quality().grade()).isEqualTo(Grade.B);
        assertThat(quality().examples()).hasSize(1).first().asString().endsWith("comes back from a jump of one bar");
    }

    @Test
    void countsHighsFarFromOpenAndClose() {
        bars.get(500)[3] = 1.6;

        assertThat(quality().wicks()).isEqualTo(1);
    }

    @Test
    void countsStretchesWithoutTrade() {
        double close = bars.get(99)[1];
        bars.subList(100, 140).forEach(bar -> {
            bar[1] = close;
            bar[2] = 0;
            bar[3] = 1;
            bar[4] = 1;
        });

        assertThat(quality().still()).isEqualTo(40);
        assertThat(quality().grade()).isEqualTo(Grade.B);
    }

    @Test
    void nothingWithImpossibleRowsIsFit() {
        bars.get(5)[0] = 4;
        assertThat(quality().duplicates()).isEqualTo(1);
        assertThat(quality().grade()).isEqualTo(Grade.F);
        bars.get(5)[0] = 2;
        assertThat(quality().disordered()).isEqualTo(1);
        bars.get(5)[0] = 5;
        bars.get(7)[1] = -1;
        assertThat(quality().unfit()).isEqualTo(1);
        assertThat(quality().grade()).isEqualTo(Grade.F);
    }

    /** Bars at hand. */
    private static final class Rows implements BatchSource {
        private final List<double[]> bars;
        private int next;

        Rows(List<double[]> bars) {
            this.bars = bars;
        }

        @Override
        public Schema schema() {
            return Schema.BARS;
        }

        @Override
        public String name() {
            return "rows";
        }

        @Override
        public boolean next(Batch batch) {
            int count = Math.min(Batch.ROWS, bars.size() - next);
            for (int i = 0; i < count; i++) {
                double[] bar = bars.get(next + i);
                batch.longs(Schema.TIME)[i] = ((long) bar[0]) * 60_000;
                batch.doubles(Schema.OPEN)[i] = bar[1];
                batch.doubles(Schema.HIGH)[i] = bar[1] * bar[3];
                batch.doubles(Schema.LOW)[i] = bar[1] * bar[4];
                batch.doubles(Schema.CLOSE)[i] = bar[1];
                batch.doubles(Schema.VOLUME)[i] = bar[2];
            }
            next += count;
            batch.size(count);
            return count > 0;
        }

        @Override
        public void close() {
            next = bars.size();
        }
    }
}
