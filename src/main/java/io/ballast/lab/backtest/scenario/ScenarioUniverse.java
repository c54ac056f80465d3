package io.ballast.lab.backtest.scenario;

import io.ballast.agent.UniverseChoice;
import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import io.ballast.think.strategy.StrategyFile;
import io.ballast.think.strategy.StrategyResolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Narrows a network to what a scenario trades: the strategy's tokens and the scenario's pools. Used once. */
final class ScenarioUniverse implements UniverseChoice {
    private static final Set<Venue> VENUES = Set.of(Venue.UNISWAP_V3, Venue.UNISWAP_V2);

    private final Bound<ScenarioFile> scenario;
    private final Path root;
    private Optional<Fills> fills = Optional.empty();

    ScenarioUniverse(Bound<ScenarioFile> scenario, Path root) {
        this.scenario = scenario;
        this.root = root;
    }

    /** How orders are filled; there once a universe was found. */
    Optional<Fills> fills() {
        return fills;
    }

    @Override
    public Optional<Universe> of(Bound<StrategyFile> strategy, Network network, Problems problems) {
        boolean events =
                scenario.clean(problems, "fills") && scenario.value().fills().model() == FillsFile.Model.EVENTS;
        return events ? recorded(strategy, network, problems) : declared(strategy, network, problems);
    }

    /** The pools that are traded in live, as far as events tell of them. */
    private Optional<Universe> recorded(Bound<StrategyFile> strategy, Network network, Problems problems) {
        Optional<Universe> whole = StrategyResolution.universe(strategy, network, problems);
        ScenarioGas gas = new ScenarioGas(scenario, network, root, problems);
        Wei dataFee = gas.dataFee();
        fills = Optional.of(new Fills.Events(
                scenario.value().fills().delay().count(),
                gas.history(),
                dataFee,
                scenario.value().fills().sandwich() == FillsFile.SandwichCase.WORST_CASE));
        return whole.map(all -> with(all, new RecordedChoice(scenario, network, all, problems).pools()));
    }

    private Optional<Universe> declared(Bound<StrategyFile> strategy, Network network, Problems problems) {
        Optional<Universe> whole = network.universe(
                strategy.value().universe().keySet(),
                strategy.value().cash(),
                VENUES,
                (symbol, what) ->
                        strategy.problem(problems, symbol.isEmpty() ? "network" : "universe." + symbol, what));
        if (whole.isEmpty() || !scenario.clean(problems, "fills")) {
            return Optional.empty();
        }
        fills = fills(new DeclaredPools(scenario, network, whole.get(), problems), network, problems);
        return fills.map(found -> narrowed(whole.get(), found));
    }

    private Optional<Fills> fills(DeclaredPools pools, Network network, Problems problems) {
        FillsFile file = scenario.value().fills();
        boolean attacked = file.sandwich() == FillsFile.SandwichCase.WORST_CASE;
        return switch (file.model()) {
            case EVENTS -> throw new IllegalStateException("recorded pools are not declared");
            case BARS -> {
                ScenarioGas gas = new ScenarioGas(scenario, network, root, problems);
                Optional<GasHistory> history = gas.history();
                Wei dataFee = gas.dataFee();
                yield history.map(
                        price -> new Fills.Bars(pools.deep(), file.delay().count(), price, dataFee, attacked));
            }
            case PROPORTIONAL -> {
                Charging charging = file.charging().orElse(Charging.SELF_FINANCING);
                yield file.cost().map(cost -> new Fills.Proportional(pools.flat(cost.value()), cost, charging));
            }
        };
    }

    private static Universe narrowed(Universe all, Fills fills) {
        List<PoolSpec> pools = switch (fills) {
            case Fills.Events events -> throw new IllegalStateException("recorded pools are not declared");
            case Fills.Bars bars -> bars.pools().stream().map(Fills.Depth::pool).toList();
            case Fills.Proportional flat -> flat.pools();
        };
        return with(all, pools);
    }

    private static Universe with(Universe all, List<PoolSpec> pools) {
        return new Universe(
                all.chainId(),
                all.tokens(),
                all.cash(),
                all.wrapped(),
                pools,
                all.feeds(),
                all.routers(),
                all.multicall(),
                all.chain(),
                all.quoters(),
                all.contracts());
    }
}
