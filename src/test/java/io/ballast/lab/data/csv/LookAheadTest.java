package io.ballast.lab.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.csv.LookAhead.Suspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAheadTest {
    @TempDir
    Path directory;

    private final double[] closes = new double[201];

    @BeforeEach
    void walk() {
        Random random = new Random(4);
        closes[0] = 100;
        for (int i = 1; i < closes.length; i++) {
            closes[i] = closes[i - 1] * Math.exp(random.nextGaussian() * 0.01);
        }
    }

    private List<Suspect> suspects(String column, IntFunction<Object> value) throws IOException {
        StringBuilder text = new StringBuilder("time,close,volume," + column + "\n");
        for (int i = 0; i < 200; i++) {
            text.append(1_700_000_000L + 60L * i)
                    .append(',')
                    .append(closes[i])
                    .append(",1,")
                    .append(value.apply(i))
                    .append('\n');
        }
        Path file = Files.writeString(directory.resolve("x.csv"), text);
        return LookAhead.in(file, ImportMapping.NONE);
    }

    @Test
    void findsTheNextBarsReturnWhateverItIsCalledAndHoweverItIsScaled() throws IOException {
        assertThat(suspects("feature_17", i -> -250 * (closes[i + 1] / closes[i] - 1)))
                .singleElement()
                .extracting(Suspect::reason)
                .asString()
                .startsWith("moves with the next bar's return (correlation -1.000");
    }

    @Test
    void findsTheNextBarsClose() throws IOException {
        assertThat(suspects("c2", i -> closes[i + 1])).containsExactly(new Suspect("c2", "is the next bar's close"));
    }

    @Test
    void doubtsANameFromTheFuture() throws IOException {
        assertThat(suspects("target_up", i -> i % 2))
                .containsExactly(new Suspect("target_up", "is called like something from the future"));
    }

    @Test
    void leavesThePastAlone() throws IOException {
        assertThat(suspects("return", i -> i == 0 ? "" : closes[i] / closes[i - 1] - 1))
                .isEmpty();
        assertThat(suspects("symbol", i -> "ETH")).isEmpty();
    }
}
