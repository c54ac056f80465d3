package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import java.util.List;

/** Which pools of a strategy a scenario of recorded events trades in. */
record RecordedChoice(Bound<ScenarioFile> scenario, Network network, Universe universe, Problems problems) {
    private static final String ONLY = "data.pools.only";

    /** In ascending order of id; without those that no events tell of, of which a warning does. */
    List<PoolSpec> pools() {
        PoolEvents events = network.contracts().events();
        List<PoolText> only =
                scenario.value().data().pools().map(DataFile.PoolsFile::only).orElse(List.of());
        for (int i = 0; i < only.size(); i++) {
            refuseUnknown(ONLY + "[" + i + "]", only.get(i));
        }
        List<PoolSpec> wanted = universe.pools().stream()
                .filter(pool -> only.isEmpty()
                        || only.stream().anyMatch(named -> named.id().equals(pool.id())))
                .toList();
        wanted.stream().filter(pool -> !events.follow(pool)).forEach(this::warn);
        List<PoolSpec> chosen = wanted.stream().filter(events::follow).toList();
        if (!scenario.clean(problems, ONLY)) {
            return chosen;
        }
        universe.tokens().stream()
                .filter(token -> !token.equals(universe.cash()))
                .filter(token -> chosen.stream().noneMatch(pool -> pool.tokens().contains(token)))
                .forEach(this::refuseUntraded);
        return chosen;
    }

    private void refuseUnknown(String path, PoolText named) {
        if (universe.pools().stream().noneMatch(pool -> pool.id().equals(named.id()))) {
            scenario.problem(
                    problems,
                    path,
                    "\"" + named.text() + "\" is no pool that the strategy trades in on "
                            + network.file().name());
        }
    }

    private void warn(PoolSpec pool) {
        problems.warning(
                scenario.given().position("fills.model"),
                "fills.model",
                "pool " + pool.id() + " (" + pool.venue().label() + ") is left out: its events do not tell its state");
    }

    private void refuseUntraded(Token token) {
        scenario.problem(problems, "data.pools", "leaves no pool of " + token);
    }
}
