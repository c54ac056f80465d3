package io.ballast.agent;

import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigException;
import io.ballast.base.config.ConfigFiles;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Name;
import io.ballast.base.config.Problems;
import io.ballast.base.config.ShowConfig;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.NetworkFile;
import io.ballast.sense.market.Universe;
import io.ballast.think.strategy.StrategyFile;
import io.ballast.think.strategy.StrategyResolution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the agent's file and the files it names, and resolves them. Thread-safe. */
public final class AgentLoader {
    private static final Duration SHORTEST_LAG = Duration.ofSeconds(10);
    /** Chain id of a devnet, where no money is at stake. */
    static final long DEVNET = 31_337;

    private final ConfigLoader loader;

    public AgentLoader(ConfigLoader loader) {
        this.loader = loader;
    }

    /**
     * @param mode from the command line, instead of the file's
     * @throws ConfigException with every problem of all files
     */
    public AgentConfiguration load(Path file, Optional<Mode> mode) {
        Problems problems = new Problems();
        Optional<AgentConfiguration> loaded =
                loader.load(file, AgentFile.class, problems).flatMap(agent -> load(file, agent, mode, problems));
        problems.throwIfErrors();
        return loaded.orElseThrow();
    }

    /**
     * Limits and rules of an agent for a world without a chain: where it trades by and how it reaches a node does not matter.
     *
     * @param file the agent's, at which relative paths start
     * @param agent as it was read; that its account or its nodes are missing is no problem
     * @param strategy instead of the one it names
     * @param universes what may be traded there
     * @return empty with the reasons among the problems
     */
    public Optional<AgentConfiguration> offChain(
            Path file, Bound<AgentFile> agent, NamedStrategy strategy, UniverseChoice universes, Problems problems) {
        Bound<AgentFile> own = new Bound<>(agent.value().offChain(), agent.given(), agent.unheeded());
        return resolved(new Paths(file), own, strategy, Mode.PAPER, universes, problems);
    }

    private Optional<AgentConfiguration> load(
            Path file, Bound<AgentFile> agent, Optional<Mode> mode, Problems problems) {
        Paths paths = new Paths(file);
        Mode chosen = mode.orElse(agent.value().mode());
        new AccountCheck(agent, paths, problems).check(chosen);
        Optional<NamedStrategy> strategy = agent.value().strategies().stream()
                .findFirst()
                .map(name -> new NamedStrategy(name, agent.given().position("strategies[0]"), "strategies[0]"));
        if (strategy.isEmpty()) {
            agent.reportUnheeded(problems, chosen.signs());
            return Optional.empty();
        }
        return resolved(paths, agent, strategy.get(), chosen, StrategyResolution::universe, problems);
    }

    private Optional<AgentConfiguration> resolved(
            Paths paths,
            Bound<AgentFile> agent,
            NamedStrategy wanted,
            Mode chosen,
            UniverseChoice universes,
            Problems problems) {
        Optional<Bound<StrategyFile>> strategy = named(paths.of(agent.value().strategiesDir()), wanted, problems);
        Optional<Bound<NetworkFile>> network = strategy.filter(s -> s.clean(problems, "network"))
                .flatMap(s -> network(paths.of(agent.value().networksDir()), s, problems));
        boolean atStake = chosen.signs()
                && network.map(n -> n.value().chainId() != DEVNET).orElse(true);
        agent.reportUnheeded(problems, atStake);
        strategy.ifPresent(s -> s.reportUnheeded(problems, atStake));
        if (strategy.isEmpty() || network.isEmpty() || !network.get().clean(problems, "")) {
            return Optional.empty();
        }
        return new Resolution(agent, strategy.get(), network.get(), paths, chosen, universes, problems).run();
    }

    private Optional<Bound<StrategyFile>> named(Path directory, NamedStrategy wanted, Problems problems) {
        Name name = wanted.name();
        Optional<Bound<StrategyFile>> strategy = ConfigFiles.named(
                        directory, name, wanted.at(), wanted.path(), problems)
                .flatMap(path -> loader.load(path, StrategyFile.class, problems));
        strategy.filter(s -> s.clean(problems, "name") && !s.value().name().equals(name))
                .ifPresent(
                        s -> s.problem(problems, "name", "is \"" + s.value().name() + "\" in a file called " + name));
        return strategy;
    }

    private Optional<Bound<NetworkFile>> network(Path directory, Bound<StrategyFile> strategy, Problems problems) {
        Name name = strategy.value().network();
        Optional<Bound<NetworkFile>> network = ConfigFiles.named(
                        directory, name, strategy.given().position("network"), "network", problems)
                .flatMap(path -> loader.load(path, NetworkFile.class, problems));
        network.filter(n -> n.clean(problems, "name") && !n.value().name().equals(name))
                .ifPresent(
                        n -> n.problem(problems, "name", "is \"" + n.value().name() + "\" in a file called " + name));
        return network;
    }

    /** From here on all three files are at hand, though the agent's and the strategy's may have problems of their own. */
    private record Resolution(
            Bound<AgentFile> agent,
            Bound<StrategyFile> strategy,
            Bound<NetworkFile> networkFile,
            Paths paths,
            Mode mode,
            UniverseChoice universes,
            Problems problems) {

        Optional<AgentConfiguration> run() {
            Network network = Network.of(networkFile.value());
            AccountFile account = agent.value().account();
            refuseContract(network, "account.address", Optional.of(account.address()));
            refuseContract(network, "account.withdraw_to", account.withdrawTo());
            refuseRelay(network.file().chain());
            refuseDeposits(network, agent.value().flows().depositsFrom());
            GasInForce gas = GasInForce.of(agent, network, problems);
            Duration lag = headLag(network.file().blockTime());
            LimitsFile limits = filled();
            LimitsInForce inForce = new LimitsInForce(agent.value(), limits, strategy, problems);
            if (agent.clean(problems, "capital") && agent.clean(problems, "limits")) {
                inForce.refuseLooser();
            }
            Optional<Universe> universe =
                    strategy.clean(problems, "universe") ? universes.of(strategy, network, problems) : Optional.empty();
            universe.ifPresent(this::checkDepeg);
            return universe.filter(u -> !problems.hasErrors()).map(u -> {
                AgentSettings settings = settings(network, gas, lag, inForce, u);
                return configuration(settings, network, u, inForce, limits);
            });
        }

        /** Money sent to a contract that does not expect it is lost. */
        private void refuseContract(Network network, String path, Optional<Address> account) {
            account.flatMap(network::contractAt)
                    .ifPresent(contract -> agent.problem(
                            problems,
                            path,
                            "is the " + contract + " of " + network.file().name() + ", expected an account"));
        }

        /** Where one sequencer takes everything there is nobody to hide from but itself. */
        private void refuseRelay(ChainProfile chain) {
            boolean noPool = chain.isRollup() || chain.ordering() == ChainProfile.Ordering.FIRST_COME;
            if (noPool && agent.value().execution().relay().isPresent() && agent.clean(problems, "execution.relay")) {
                agent.problem(
                        problems,
                        "execution.relay",
                        "is of no use on " + strategy.value().network() + ", which has no public pool to hide from");
            }
        }

        /** What a pool or a token sends is a trade or an airdrop, and no deposit. */
        private void refuseDeposits(Network network, List<Address> accounts) {
            for (int i = 0; i < accounts.size(); i++) {
                String path = "flows.deposits_from[" + i + "]";
                refuseContract(network, path, Optional.of(accounts.get(i)));
                if (accounts.get(i).equals(agent.value().account().address())) {
                    agent.problem(problems, path, "is the trading account itself, expected another account of yours");
                }
            }
        }

        private LimitsFile filled() {
            AgentFile file = agent.value();
            LimitsFile given = file.limits();
            return given.orElse(
                    given.preset().limits(file.capital().max(), strategy.value().cash()));
        }

        private Duration headLag(Duration blockTime) {
            Duration usual = blockTime.multipliedBy(3);
            Duration lag =
                    agent.value().rpc().maxHeadLag().orElse(usual.compareTo(SHORTEST_LAG) > 0 ? usual : SHORTEST_LAG);
            if (lag.compareTo(blockTime) < 0) {
                agent.problem(
                        problems,
                        "rpc.max_head_lag",
                        "is shorter than a block of " + strategy.value().network() + ", so every block would be stale");
            }
            return lag;
        }

        private void checkDepeg(Universe universe) {
            List<String> known = universe.tokens().stream().map(t -> t.symbol()).toList();
            agent.value().limits().depeg().orElse(Map.of()).keySet().stream()
                    .filter(symbol -> !known.contains(symbol.text()))
                    .forEach(symbol -> agent.problem(
                            problems,
                            "limits.depeg." + symbol,
                            "\"" + symbol + "\" is not in the strategy's universe"));
        }

        private AgentSettings settings(
                Network network, GasInForce gas, Duration lag, LimitsInForce inForce, Universe universe) {
            AgentFile file = agent.value();
            return new AgentSettings(
                    mode,
                    file.account().address(),
                    file.account().signer().map(place -> place.in(paths)),
                    file.account().keystore().map(paths::of),
                    file.account().passphraseFile().map(paths::of),
                    file.account().withdrawTo(),
                    file.capital().max(),
                    file.rpc().urls(),
                    NodeRules.of(file.rpc(), lag, network.file().blockTime()),
                    SyncSettings.of(file.rpc(), strategy.value().timeframe()),
                    lag,
                    network.file().confirmations().count(),
                    gas.tip(),
                    paths.of(file.journal()),
                    file.control().map(control -> control.in(paths)),
                    paths.of(file.modelsDir()),
                    file.execution(),
                    inForce.over(universe, gas, lag, network.file().blockTime()),
                    file.flows().rules(),
                    file.flows().reconcileEvery(),
                    gas.topUp());
        }

        private AgentConfiguration configuration(
                AgentSettings settings, Network network, Universe universe, LimitsInForce inForce, LimitsFile limits) {
            AgentFile effective = agent.value().with(limits, mode);
            Map<String, ShowConfig> shown = Map.of(
                    "agent",
                            ShowConfig.of(
                                    agent,
                                    effective,
                                    "preset " + limits.preset().name().toLowerCase(java.util.Locale.ROOT)),
                    "strategy", ShowConfig.of(strategy),
                    "network", ShowConfig.of(networkFile));
            // The mode is asked for at each start, so the same files are the same configuration in every mode.
            ShowConfig pinned = ShowConfig.of(agent, agent.value().with(limits, Mode.PAPER), "");
            List<ShowConfig> parts = List.of(pinned, ShowConfig.of(strategy), ShowConfig.of(networkFile));
            return new AgentConfiguration(
                    settings,
                    StrategyResolution.strategy(
                            strategy.value(), universe, inForce.slippageInForce(), inForce.impactInForce()),
                    universe,
                    network,
                    problems.warnings(),
                    shown,
                    ShowConfig.digest(parts),
                    Map.of(
                            "agent", hash(parts.get(0)),
                            "strategy", hash(parts.get(1)),
                            "network", hash(parts.get(2))),
                    Optional.empty(),
                    networkFile.given().position("chain_id"));
        }

        private static Hash32 hash(ShowConfig part) {
            return new Hash32("0x" + ShowConfig.digest(List.of(part)));
        }
    }
}
