package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.dl4j.ModelStore;
import io.ballast.think.strategy.ScorerFile;
import io.ballast.think.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The model that comes with the project is the one that the demo's strategy pins, and passes every check. */
class DemoModelTest {
    private static final Path ROOT = Path.of(System.getProperty("ballast.root", ""));
    private static final long LARGEST = 500_000;

    @Test
    void isThePinnedOneAndLoads() {
        Problems problems = new Problems();
        ScorerFile scorer = new ConfigLoader(new YamlReader(), Map.of())
                .load(ROOT.resolve("strategies/demo.yaml"), StrategyFile.class, problems)
                .orElseThrow()
                .value()
                .scorer();
        problems.throwIfErrors();

        LoadedModel model = new ModelStore(ROOT.resolve("models"))
                .load(
                        scorer.model().orElseThrow().text(),
                        scorer.sha256().orElseThrow().text());

        assertThat(model.members()).hasSize(5);
        assertThat(model.card().notice()).isEqualTo("synthetic market: not evidence");
        model.members().forEach(member -> member.network().close());
    }

    @Test
    void isSmallEnoughForTheRepository() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("models"))) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(LARGEST);
        }
    }
}
