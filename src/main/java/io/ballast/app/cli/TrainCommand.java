package io.ballast.app.cli;

import io.ballast.agent.Version;
import io.ballast.app.cli.progressbar.StageBars;
import io.ballast.app.cli.screen.ModelWords;
import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigFiles;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.lab.demo.DevnetTraining;
import io.ballast.lab.training.TrainingFile;
import io.ballast.lab.training.TrainingListener;
import io.ballast.lab.training.TrainingResult;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.dl4j.ModelStore;
import io.ballast.think.strategy.StrategyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Trains a model. */
@Command(
        name = "train",
        description = "Train a model on histories recorded from the devnet, judge it, and store it with its card.",
        footer = {"", "Example:", "  ballast train models/demo-v1.yaml"})
final class TrainCommand extends Verb {
    @Parameters(paramLabel = "MODEL.yaml", description = "What to record, label and fit.")
    private Path file = Path.of("");

    @Mixin
    private final ModelFolder folder;

    TrainCommand(Environment environment) {
        super(environment);
        this.folder = new ModelFolder(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "WARN");
        Plan plan = read();
        TrainingResult result = train(plan);
        ModelStore store = folder.store();
        String sha256 = store.save(result.draft());
        ModelCard card = store.card(result.draft().name());
        output.result(document(card, sha256, result), lines(card, sha256, result));
        return ExitCode.DONE;
    }

    private record Plan(TrainingFile training, StrategyFile strategy) {}

    private Plan read() {
        Problems problems = new Problems();
        ConfigLoader loader = new ConfigLoader(new YamlReader(), environment.variables());
        Optional<Plan> plan = loader.load(file, TrainingFile.class, problems)
                .filter(bound -> bound.clean(problems, "strategy"))
                .flatMap(bound ->
                        strategy(bound, loader, problems).map(strategy -> new Plan(bound.value(), strategy.value())));
        problems.throwIfErrors();
        return plan.orElseThrow();
    }

    private Optional<Bound<StrategyFile>> strategy(Bound<TrainingFile> bound, ConfigLoader loader, Problems problems) {
        Path strategies = environment.root().resolve("strategies");
        return ConfigFiles.named(
                        strategies, bound.value().strategy(), bound.given().position("strategy"), "strategy", problems)
                .flatMap(path -> loader.load(path, StrategyFile.class, problems));
    }

    private TrainingResult train(Plan plan) {
        if (output.json() || !environment.terminal().canRedraw()) {
            return train(plan, new StageLines(output));
        }
        try (StageBars bars = new StageBars(environment.console().unicode())) {
            return train(plan, bars);
        }
    }

    private TrainingResult train(Plan plan, TrainingListener listener) {
        return new DevnetTraining(environment.home(), environment.clock(), Version.text(), listener)
                .train(plan.training(), plan.strategy());
    }

    private static Map<String, Object> document(ModelCard card, String sha256, TrainingResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", card.name());
        document.put("sha256", sha256);
        document.put("gate", card.gate());
        document.put("metrics", card.metrics());
        document.put("seconds", result.fitting().toMillis() / 1000.0);
        document.put("rowsFitted", result.rowsFitted());
        return document;
    }

    private static List<String> lines(ModelCard card, String sha256, TrainingResult result) {
        List<String> lines = new ArrayList<>(ModelWords.lines(card, sha256));
        lines.add("fitting took " + result.fitting().toSeconds()
                + " s; pin the sha256 above in the strategy that uses it");
        return lines;
    }
}
