package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.config.ShowConfig;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.NetworkFile;
import io.ballast.think.strategy.StrategyFile;
import io.ballast.think.strategy.StrategyResolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the project ships load, resolve and print back to themselves. */
class ProjectFilesTest {
    /** From npm @uniswap/v3-sdk 3.31.5. */
    private static final String INIT_CODE_HASH = "e34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54";

    static List<Path> networks() {
        return ProjectFiles.networks();
    }

    static List<Path> strategies() {
        return ProjectFiles.strategies();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNetworkLoadsAndPrintsBackToItself(Path file) {
        Bound<NetworkFile> network = load(file, NetworkFile.class);

        assertThat(reread(ShowConfig.of(network).yaml(), NetworkFile.class)).isEqualTo(network.value());
        assertThat(reread(ShowConfig.yaml(network.value()), NetworkFile.class)).isEqualTo(network.value());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyPoolIsWhereTheFactoryPutsIt(Path file) {
        NetworkFile network = load(file, NetworkFile.class).value();
        network.pools().forEach(pool -> {
            List<Address> pair = pool.tokens().stream()
                    .map(symbol -> network.tokens().get(symbol).address())
                    .sorted()
                    .toList();
            assertThat(pool.venue()).isEqualTo(Venue.UNISWAP_V3);
            assertThat(pool.address())
                    .isEqualTo(create2(
                            network.contracts().v3Factory().orElseThrow(),
                            pair,
                            pool.fee().orElseThrow().pips()));
        });
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void everyStrategyLoadsAndPrintsBackToItself(Path file) {
        Bound<StrategyFile> strategy = load(file, StrategyFile.class);

        assertThat(reread(ShowConfig.of(strategy).yaml(), StrategyFile.class)).isEqualTo(strategy.value());
        assertThat(file.getFileName()).hasToString(strategy.value().name() + ".yaml");
    }

    @Test
    void theAgentsFileResolvesToAStrategyOnArbitrum() {
        AgentConfiguration configuration = agent();

        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.network().file().chainId()).isEqualTo(42161);
        assertThat(configuration.strategy().allocations()).hasSize(4);
        assertThat(configuration.universe().pools())
                .extracting(PoolSpec::venue)
                .hasSize(3)
                .containsOnly(Venue.UNISWAP_V3);
        assertThat(configuration.settings().limits().pools()).hasSize(3);
        assertThat(configuration.settings().journal()).isEqualTo(ProjectFiles.ROOT.resolve(".ballast/journal.db"));
    }

    @Test
    void theAgentsEffectiveConfigurationPrintsBackToItself() {
        String shown = agent().shown().get("agent").yaml();

        assertThat(ShowConfig.of(rebound(shown)).yaml().replaceAll(" +# .*", ""))
                .isEqualTo(shown.replaceAll(" +# .*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "devnet-fast", "recorded"})
    void everyStrategyOfTheDevnetResolvesOnceTheDevnetHasWrittenItsNetwork(String strategy) {
        Network devnet = Network.of(
                DevnetFixture.network(load(ProjectFiles.ROOT.resolve("config/networks/devnet.yaml"), NetworkFile.class)
                        .value()));
        Problems problems = new Problems();

        Optional<?> universe = StrategyResolution.universe(
                load(ProjectFiles.ROOT.resolve("strategies/" + strategy + ".yaml"), StrategyFile.class),
                devnet,
                problems);

        assertThat(problems.all()).isEmpty();
        assertThat(universe).isPresent();
    }

    private static AgentConfiguration agent() {
        return new AgentLoader(ProjectFiles.loader())
                .load(ProjectFiles.ROOT.resolve("config/agent.yaml"), Optional.empty());
    }

    private static Bound<AgentFile> rebound(String text) {
        Problems problems = new Problems();
        Bound<AgentFile> bound = ProjectFiles.loader()
                .read("shown", text, AgentFile.class, problems)
                .orElseThrow();
        problems.throwIfErrors();
        return bound;
    }

    private static <T extends Record> Bound<T> load(Path file, Class<T> type) {
        Problems problems = new Problems();
        Optional<Bound<T>> bound = ProjectFiles.loader().load(file, type, problems);
        problems.throwIfErrors();
        return bound.orElseThrow();
    }

    private static <T extends Record> T reread(String text, Class<T> type) {
        Problems problems = new Problems();
        Optional<Bound<T>> bound = ProjectFiles.loader().read("shown", text, type, problems);
        problems.throwIfErrors();
        return bound.orElseThrow().value();
    }

    /** EIP-1014, with the salt of Uniswap's {@code PoolAddress.computeAddress}. */
    private static Address create2(Address factory, List<Address> pair, int fee) {
        String zeros = "0".repeat(24);
        String key = zeros
                + pair.get(0).hex().substring(2)
                + zeros
                + pair.get(1).hex().substring(2)
                + String.format("%064x", fee);
        String salt = Hex.encode(Keccak256.digest(Hex.decode("0x" + key))).substring(2);
        String preimage = "0xff" + factory.hex().substring(2) + salt + INIT_CODE_HASH;
        return new Address(
                "0x" + Hex.encode(Keccak256.digest(Hex.decode(preimage))).substring(26));
    }
}
