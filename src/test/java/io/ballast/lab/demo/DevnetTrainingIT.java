package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.DevnetOptions;
import io.ballast.lab.training.TrainingFile;
import io.ballast.lab.training.TrainingListener;
import io.ballast.lab.training.TrainingResult;
import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.dl4j.ModelStore;
import io.ballast.think.strategy.StrategyFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a seed to a model that loads, on the real contracts. */
class DevnetTrainingIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Path ROOT = Path.of(System.getProperty("ballast.root", ""));
    private static final String PLAN = """
            schema: 1
            name: tiny
            strategy: demo
            seed: 7
            histories: [3]
            bars: 100
            horizon: 2
            starts: 1
            folds: 1
            members: 2
            hidden: [8]
            steps: 20
            check_every: 10
            """;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();
    private final ConfigLoader loader = new ConfigLoader(new YamlReader(), Map.of());

    @Test
    void recordsLabelsFitsAndSaves() {
        TrainingFile plan = loader.read("tiny.yaml", PLAN, TrainingFile.class, problems)
                .orElseThrow()
                .value();
        StrategyFile strategy = loader.load(ROOT.resolve("strategies/demo.yaml"), StrategyFile.class, problems)
                .orElseThrow()
                .value();
        problems.throwIfErrors();
        DevnetAtHand.require();
        Path cache = DevnetAtHand.home();

        TrainingResult result = new DevnetTraining(cache, CLOCK, "test", TrainingListener.SILENT).train(plan, strategy);
        ModelStore store = new ModelStore(folder);
        LoadedModel model = store.load("tiny", store.save(result.draft()));

        assertThat(model.members()).hasSize(2);
        assertThat(model.card().notice()).isEqualTo("synthetic market: not evidence");
        assertThat(model.card().gate().passed()).isFalse();
        assertThat(model.card().training().decisions()).isEqualTo(100 - 48 - 2);
        assertThat(model.card().training().from()).isEqualTo(DevnetOptions.EPOCH.plus(Duration.ofHours(1)));
        model.members().forEach(member -> member.network().close());
    }
}
