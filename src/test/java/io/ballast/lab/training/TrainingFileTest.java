package io.ballast.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingFileTest {
    private static final String LEAST = """
            schema: 1
            name: tiny
            strategy: demo
            seed: 7
            histories: [1, 2]
            bars: 200
            """;

    private final Problems problems = new Problems();

    @Test
    void fillsInDefaults() {
        TrainingPlan plan = read(LEAST).orElseThrow().value().plan(Duration.ofHours(1));

        assertThat(plan.historySeeds()).containsExactly(1L, 2L);
        assertThat(plan.hidden()).containsExactly(64, 32);
        assertThat(plan.temperature()).isEqualTo(0.05);
        assertThat(plan.kappa()).isEqualTo(1);
        assertThat(plan.fit().learningRate()).isEqualTo(0.001);
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void thePlanOfTheDemoIsValid() {
        Path file = Path.of(System.getProperty("ballast.root", "")).resolve("models/demo-v1.yaml");
        Optional<Bound<TrainingFile>> bound = loader().load(file, TrainingFile.class, problems);
        problems.throwIfErrors();

        assertThat(bound.orElseThrow().value().plan(Duration.ofHours(1)).name()).isEqualTo("demo-v1");
    }

    @Test
    void namesWhatIsWrong() {
        assertProblem(LEAST.replace("[1, 2]", "[]"), "histories");
        assertProblem(LEAST.replace("[1, 2]", "[1, 1]"), "histories");
        assertProblem(LEAST.replace("bars: 200", "bars: 20"), "bars");
        assertProblem(LEAST + "temperature: 0bps\n", "temperature");
        assertProblem(LEAST + "temperature: 5\n", "temperature");
        assertProblem(LEAST + "learning_rate: 0\n", "learning_rate");
        assertProblem(LEAST + "learning_rate: 1e-3\n", "learning_rate");
        assertProblem(LEAST + "folds: 4\n", "folds");
        assertProblem(LEAST + "step: 4\n", "step");
    }

    private static void assertProblem(String text, String key) {
        Problems problems = new Problems();
        loader().read("tiny.yaml", text, TrainingFile.class, problems);

        assertThat(List.of(problems.all().toString().split("\n")))
                .as(text)
                .anyMatch(line -> line.contains("tiny.yaml:") && line.contains(key));
    }

    private Optional<Bound<TrainingFile>> read(String text) {
        return loader().read("tiny.yaml", text, TrainingFile.class, problems);
    }

    private static ConfigLoader loader() {
        return new ConfigLoader(new YamlReader(), Map.of());
    }
}
