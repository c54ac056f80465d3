package io.ballast.think.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.DecisionRows;
import io.ballast.think.model.FitPlan;
import io.ballast.think.model.FittedNetwork;
import io.ballast.think.model.Networks;
import io.ballast.think.model.PlainNetwork;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class Dl4jFitterTest {
    private static final Architecture ARCHITECTURE = new Architecture(6, new int[] {12, 8}, 0.05);
    private static final FitPlan PLAN = new FitPlan(150, 32, 1e-2, 1e-5, 0.4, 50, 4);

    private final List<DecisionRows> train = Networks.decisions(400, 6, 1);
    private final List<DecisionRows> validation = Networks.decisions(100, 6, 2);

    @Test
    void learnsWhichActionIsBest() {
        FittedNetwork fitted = fit(9);
        List<DecisionRows> test = Networks.decisions(200, 6, 3);
        PlainNetwork network = new PlainNetwork(ARCHITECTURE, fitted.parameters());

        double chosen = test.stream()
                .mapToDouble(d -> d.utility()[best(network, d)])
                .average()
                .orElseThrow();
        double first = test.stream().mapToDouble(d -> d.utility()[0]).average().orElseThrow();

        assertThat(chosen - first).isGreaterThan(0.08);
        assertThat(fitted.validation()).isGreaterThan(0.08);
        assertThat(fitted.bestStep()).isPositive();
    }

    @Test
    void scoresAreAdvantagesInUnitsOfTheTemperature() {
        PlainNetwork network = new PlainNetwork(ARCHITECTURE, fit(9).parameters());
        float[][] rows = new float[2][6];
        rows[1][0] = 1;

        float[][] out = network.output(rows);

        // One unit of the first feature is worth 0.1 percent.
        assertThat(ARCHITECTURE.temperature() * (out[1][0] - out[0][0])).isBetween(0.05, 0.2);
        assertThat(out[1][1]).isLessThan(out[1][2]);
        assertThat(out[1][2]).isLessThan(out[1][3]).isBetween(0.05f, 0.15f);
    }

    @Test
    void sameSeedGivesTheSameParameters() {
        assertThat(fit(4).parameters()).containsExactly(fit(4).parameters());
        assertThat(fit(4).parameters()).isNotEqualTo(fit(5).parameters());
    }

    @Test
    void sameSeedGivesTheSameParametersInAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Dl4jFitterTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed).isEqualTo(ARCHITECTURE.digest(fit(4).parameters()));
    }

    @Test
    void fittingPrintsNothing() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            fit(1);
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Prints the digest of seed 4, for a test in another process. */
    public static void main(String[] arguments) {
        System.out.print(ARCHITECTURE.digest(new Dl4jFitterTest().fit(4).parameters()));
    }

    private FittedNetwork fit(long seed) {
        return new Dl4jFitter().fit(ARCHITECTURE, PLAN, seed, train, validation);
    }

    private static int best(PlainNetwork network, DecisionRows decision) {
        float[][] out = network.output(decision.rows());
        int best = 0;
        for (int i = 1; i < out.length; i++) {
            best = out[i][0] > out[best][0] ? i : best;
        }
        return best;
    }
}
