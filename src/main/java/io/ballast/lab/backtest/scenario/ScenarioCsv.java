package io.ballast.lab.backtest.scenario;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Token;
import io.ballast.think.strategy.Allocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files of prices that a scenario names in place of a store: one for each token that the strategy may hold beside cash. */
record ScenarioCsv(Path root, Bound<ScenarioFile> scenario, AgentConfiguration agent, Problems problems) {
    private static final String KEY = "data.prices.csv";

    /** Relative ones start at the root; incomplete where there are problems. */
    Map<Token, Path> files() {
        Map<Symbol, Path> given = scenario.value().data().prices().csv();
        Map<Token, Path> files = new HashMap<>();
        given.forEach((symbol, file) -> token(symbol).ifPresent(token -> files.put(token, root.resolve(file))));
        if (!given.isEmpty()) {
            agent.strategy().allocations().stream()
                    .filter(each -> each.target().value() > 0)
                    .map(Allocation::token)
                    .filter(token -> !token.equals(agent.universe().cash()) && !files.containsKey(token))
                    .forEach(token -> scenario.problem(problems, KEY, "has no file of " + token));
        }
        return files;
    }

    private Optional<Token> token(Symbol symbol) {
        Optional<Token> found = agent.universe().tokens().stream()
                .filter(token -> token.symbol().equals(symbol.text()))
                .findFirst();
        if (found.isEmpty()) {
            scenario.problem(problems, KEY + "." + symbol, "\"" + symbol + "\" is not in the strategy's universe");
        } else if (found.get().equals(agent.universe().cash())) {
            scenario.problem(problems, KEY + "." + symbol, "is the cash, which is taken as 1 USD");
        }
        return found;
    }
}
