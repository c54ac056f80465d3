package io.ballast.lab.backtest.scenario;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Name;
import io.ballast.base.config.Nearest;
import io.ballast.base.config.Problems;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Token;
import io.ballast.lab.backtest.baseline.BaselineSet;
import io.ballast.lab.data.SeriesName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a scenario says beside the run: what it is compared with, and how far its arithmetic was measured. */
record ScenarioSides(
        Path root, Bound<ScenarioFile> scenario, AgentConfiguration agent, ConfigLoader loader, Problems problems) {
    /** More do not fit beside the strategy in a terminal. */
    private static final int MOST_SHOWN = 4;

    SideFacts facts() {
        checkBaselines();
        return new SideFacts(error(), capitalisation());
    }

    private void checkBaselines() {
        List<String> known = BaselineSet.names();
        List<Name> given = scenario.value().baselines();
        if (given.size() > MOST_SHOWN && scenario.clean(problems, "baselines")) {
            scenario.problem(
                    problems,
                    "baselines",
                    "has " + given.size() + " names, expected at most " + MOST_SHOWN
                            + ": the report shows all there are, the terminal these");
        }
        Set<Name> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i).text();
            if (!known.contains(name)) {
                scenario.problem(
                        problems, "baselines[" + i + "]", "\"" + name + "\" is not known" + Nearest.hint(name, known));
            } else if (!seen.add(given.get(i))) {
                scenario.problem(problems, "baselines[" + i + "]", "\"" + name + "\" is there twice");
            }
        }
        if (seen.contains(new Name("cap-weighted"))
                && scenario.value().data().prices().capitalisation().isEmpty()) {
            scenario.problem(
                    problems,
                    "baselines",
                    "names cap-weighted, but data.prices.capitalisation says no series of market capitalisation");
        }
    }

    private Optional<SimulatorErrorFile> error() {
        return scenario.value().fills().simulatorError().flatMap(file -> error(root.resolve(file)));
    }

    private Optional<SimulatorErrorFile> error(Path file) {
        if (!Files.isRegularFile(file)) {
            scenario.problem(
                    problems,
                    "fills.simulator_error",
                    "no file " + file + ", expected one of 'ballast verify-sim --write'");
            return Optional.empty();
        }
        return loader.load(file, SimulatorErrorFile.class, problems).map(Bound::value);
    }

    private Map<Token, SeriesName> capitalisation() {
        Map<Symbol, SeriesName> given = scenario.value().data().prices().capitalisation();
        Map<Token, SeriesName> series = new HashMap<>();
        if (given.isEmpty()) {
            return series;
        }
        String path = "data.prices.capitalisation";
        given.keySet().stream()
                .filter(symbol -> agent.universe().tokens().stream()
                        .noneMatch(token -> token.symbol().equals(symbol.text())))
                .forEach(symbol -> scenario.problem(
                        problems, path + "." + symbol, "\"" + symbol + "\" is not in the strategy's universe"));
        for (Token token : agent.universe().tokens()) {
            SeriesName name = given.get(new Symbol(token.symbol()));
            if (name != null) {
                series.put(token, name);
            } else if (!token.equals(agent.universe().cash())) {
                scenario.problem(problems, path, "has none of " + token + ", expected one of each token but cash");
            }
        }
        return series;
    }
}
