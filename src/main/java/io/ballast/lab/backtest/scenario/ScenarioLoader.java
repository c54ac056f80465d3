package io.ballast.lab.backtest.scenario;

import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentFile;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.NamedStrategy;
import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigException;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problem;
import io.ballast.base.config.Problems;
import io.ballast.base.config.Symbol;
import io.ballast.lab.data.HistoryFiles;
import io.ballast.lab.data.HistoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads a scenario with the files it names, and resolves them. Thread-safe. */
public final class ScenarioLoader {
    /** What of an agent's file says how it reaches a chain, or who it is there. */
    private static final List<String> OF_THE_CHAIN =
            List.of("account", "rpc", "journal", "control", "notify", "strategies", "mode", "execution");

    private final ConfigLoader loader;

    public ScenarioLoader(ConfigLoader loader) {
        this.loader = loader;
    }

    /** @throws ConfigException with every problem of all files */
    public Scenario load(Path file) {
        return load(file, (bound, scenario, problems) -> {});
    }

    /**
     * The same for a scenario that is going to be run: what it runs over has to be there.
     *
     * @param files of the store
     */
    public Scenario load(Path file, HistoryFiles files) {
        return load(file, (bound, scenario, problems) -> {
            boolean bars = !(scenario.fills() instanceof Fills.Events)
                    && scenario.csv().isEmpty()
                    && scenario.written().data().prices().synthetic().isEmpty();
            if (bars) {
                new ScenarioStore(bound, new HistoryStore(scenario.store(), files), problems).check(scenario);
            }
        });
    }

    /** Looks at a scenario that is right as far as its files go. */
    private interface DataCheck {
        void check(Bound<ScenarioFile> file, Scenario scenario, Problems problems);
    }

    private Scenario load(Path file, DataCheck data) {
        Problems problems = new Problems();
        Optional<Bound<ScenarioFile>> bound = loader.load(file, ScenarioFile.class, problems);
        Optional<Scenario> scenario = bound.flatMap(found -> resolved(file, found, problems));
        problems.throwIfErrors();
        data.check(bound.orElseThrow(), scenario.orElseThrow(), problems);
        problems.throwIfErrors();
        return scenario.orElseThrow();
    }

    private Optional<Scenario> resolved(Path file, Bound<ScenarioFile> scenario, Problems problems) {
        Path root = root(file);
        scenario.reportUnheeded(problems, false);
        Path agentFile = scenario.value().risk().map(root::resolve).orElse(root.resolve("config/agent.yaml"));
        Optional<Bound<AgentFile>> agent = scenario.value().risk().isPresent()
                ? named(agentFile, problems)
                : preset(agentFile, scenario, problems);
        if (agent.isEmpty() || !scenario.clean(problems, "strategy")) {
            return Optional.empty();
        }
        ScenarioUniverse universe = new ScenarioUniverse(scenario, root);
        Optional<AgentConfiguration> config = new AgentLoader(loader)
                .offChain(
                        agentFile,
                        agent.get(),
                        new NamedStrategy(
                                scenario.value().strategy(), scenario.given().position("strategy"), "strategy"),
                        universe,
                        problems);
        return config.flatMap(found -> new ScenarioResolution(file, root, scenario, found, loader, problems)
                .of(universe.fills().orElseThrow()));
    }

    /** Folder at which relative paths start: the one that holds the scenario's own. */
    private static Path root(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return Path.of("..");
        }
        Path above = folder.getParent();
        return above == null ? Path.of("") : above;
    }

    private Optional<Bound<AgentFile>> named(Path file, Problems problems) {
        Problems own = new Problems();
        Optional<Bound<AgentFile>> agent = loader.load(file, AgentFile.class, own);
        copy(own, problems);
        return agent;
    }

    /** Limits for want of a file. */
    private Optional<Bound<AgentFile>> preset(Path file, Bound<ScenarioFile> scenario, Problems problems) {
        Map<Symbol, Amount> start = scenario.value().start();
        if (start.size() != 1) {
            if (scenario.clean(problems, "start")) {
                scenario.problem(
                        problems,
                        "risk",
                        "missing, expected an agent's file: limits scale with the capital, and the start is not cash alone");
            }
            return Optional.empty();
        }
        String text = "schema: 1\nstrategies: [" + scenario.value().strategy() + "]\ncapital: {max: "
                + start.values().iterator().next().text() + " USD}\n";
        Problems own = new Problems();
        Optional<Bound<AgentFile>> agent = loader.read(file + " (preset)", text, AgentFile.class, own);
        copy(own, problems);
        return agent;
    }

    private static void copy(Problems from, Problems to) {
        from.all().stream()
                .filter(problem -> OF_THE_CHAIN.stream().noneMatch(key -> under(problem.path(), key)))
                .forEach(problem -> add(problem, to));
    }

    private static boolean under(String path, String key) {
        return path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[");
    }

    private static void add(Problem problem, Problems to) {
        if (problem.isError()) {
            to.error(problem.at(), problem.path(), problem.message());
        } else {
            to.warning(problem.at(), problem.path(), problem.message());
        }
    }
}
