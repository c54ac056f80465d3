package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.market.Network;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uniswap V4's pools as a network file names them: by their key. */
class V4NetworkPoolsTest {
    private static final String MANAGER = "0x5c6Ee304399DBdB9C8Ef030aB642B10820DB8F56";
    private static final String HOOKS = "0x0000000000000000000000000000000000040000";
    private static final String QUOTER = "0x52F0E24D1c21C8A0cB1e5a5dD6198556BD9E1203";
    private static final String PLAIN = """
              - venue: uniswap-v4
                address: "%s"
                tokens: [WETH, USDC]
                fee: 0.05%%
            """.formatted(MANAGER);
    private static final String DYNAMIC = """
              - venue: uniswap-v4
                address: "%s"
                tokens: [WETH, USDC]
                fee: dynamic
                tick_spacing: 60
                hooks: "%s"
            """.formatted(MANAGER, HOOKS);

    @TempDir
    Path directory;

    @Test
    void severalPoolsOfOneManagerAreResolvedAndCanBeRead() {
        Network network = load(PLAIN + DYNAMIC).network();
        List<PoolSpec> pools = network.allPools().stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V4)
                .toList();

        assertThat(pools).hasSize(2).allMatch(pool -> pool.arithmetic() == Arithmetic.LOCAL);
        assertThat(pools)
                .allSatisfy(pool -> assertThat(PoolKey.of(pool).id()).isEqualTo(pool.id()))
                .extracting(PoolSpec::feePips)
                .containsExactlyInAnyOrder(500, PoolKey.DYNAMIC_FEE);
        assertThat(pools).extracting(PoolSpec::hooks).containsExactlyInAnyOrder(Address.ZERO, new Address(HOOKS));
        assertThat(network.reads()).flatExtracting(StateReads::protocols).contains(Protocol.CONCENTRATED_SINGLETON);
    }

    @Test
    void theyAreNotTradedUnlessTheStrategySaysSo() {
        assertThat(load(PLAIN).universe().pools()).extracting(PoolSpec::venue).doesNotContain(Venue.UNISWAP_V4);
    }

    @Test
    void refusesWhatCannotBeRight() {
        assertRefused(
                PLAIN.replace(MANAGER, "0xBA12222222228d8Ba445958a75a0704d566BF2C8"), "is not contracts.pool_manager");
        assertRefused(PLAIN + "    pool_id: \"0x" + "11".repeat(32) + "\"\n", "is not the id of this pool's key, 0x");
        assertRefused(DYNAMIC.replace("40000", "40080"), "needs contracts.v4_quoter, since its hooks act in swaps");
        assertRefused(PLAIN.replace("[WETH, USDC]", "[ETH, WETH]"), "\"ETH\" and \"WETH\" are one asset");
        assertRefused(
                PLAIN.replace("uniswap-v4", "uniswap-v3").replace("[WETH, USDC]", "[ETH, USDC]"),
                "no token \"ETH\", write WETH: only Uniswap V4");
        assertRefused(DYNAMIC.replace("    hooks: \"" + HOOKS + "\"\n", ""), "needs hooks");
        assertRefused(
                PLAIN.replace("uniswap-v4", "uniswap-v3") + "    hooks: \"" + HOOKS + "\"\n",
                "only a Uniswap V4 pool has hooks");
        assertRefused(DYNAMIC.replace("uniswap-v4", "uniswap-v3"), "only a Uniswap V4 pool has a dynamic fee");
    }

    @Test
    void acceptsTheIdThatComesOutOfTheKey() {
        PoolSpec pool = load(PLAIN).network().allPools().stream()
                .filter(each -> each.venue() == Venue.UNISWAP_V4)
                .findFirst()
                .orElseThrow();
        String named = PLAIN + "    pool_id: \"" + pool.id().hex() + "\"\n";
        assertThat(load(named).network().allPools()).contains(pool);
    }

    @Test
    void aPoolWhoseHooksActInSwapsIsQuotedByTheNode() {
        String quoter = "contracts:\n  v4_quoter: \"" + QUOTER + "\"\n";
        Network network =
                load(DYNAMIC.replace("40000", "40080"), "contracts:\n", quoter).network();
        PoolSpec pool = only(network);

        assertThat(pool.arithmetic()).isEqualTo(Arithmetic.NODE);
        assertThat(network.quoters()).containsExactly(Map.entry(pool.id(), Address.parse(QUOTER)));
        String proven = DYNAMIC.replace("40000", "40080") + "    arithmetic: local\n    proven: 2026-01-31@19000000\n";
        PoolSpec local = only(load(proven, "contracts:\n", quoter).network());
        assertThat(local.arithmetic()).isEqualTo(Arithmetic.LOCAL);
        assertThat(local.id()).isEqualTo(pool.id());
    }

    /** Zero sorts below every token, so the coin is first even where its wrapper would be second. */
    @Test
    void aPoolOfTheNativeCoinTradesItsWrapper() {
        Network network = load(PLAIN.replace("[WETH, USDC]", "[USDC, ETH]")).network();
        Token weth = Objects.requireNonNull(network.tokens().get("WETH"));
        PoolSpec pool = only(network);
        Token usdc = Objects.requireNonNull(network.tokens().get("USDC"));

        assertThat(usdc.address()).isLessThan(weth.address());
        assertThat(pool.tokens()).containsExactly(weth, usdc);
        assertThat(pool.nativeCoin()).isTrue();
        assertThat(pool.currency(weth)).isEqualTo(Address.ZERO);
        assertThat(pool.currency(usdc)).isEqualTo(usdc.address());
        PoolKey key = new PoolKey(Address.ZERO, usdc.address(), 500, 10, Address.ZERO);
        assertThat(PoolKey.of(pool)).isEqualTo(key);
        assertThat(pool.id()).isEqualTo(key.id());
        assertThat(only(load(PLAIN).network()).nativeCoin()).isFalse();
    }

    private static PoolSpec only(Network network) {
        return network.allPools().stream()
                .filter(each -> each.venue() == Venue.UNISWAP_V4)
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(String pool, String why) {
        assertThatThrownBy(() -> load(pool)).hasMessageContaining(why);
    }

    private AgentConfiguration load(String pools) {
        return load(pools, "contracts:\n", "contracts:\n");
    }

    private AgentConfiguration load(String pools, String part, String instead) {
        ConfigSandbox sandbox = new ConfigSandbox(directory);
        String text = ConfigSandbox.original(ConfigSandbox.NETWORK)
                .replace("contracts:\n", "contracts:\n  pool_manager: \"" + MANAGER + "\"\n")
                .replace(part, instead);
        sandbox.write(ConfigSandbox.NETWORK, (text + pools).getBytes(StandardCharsets.UTF_8));
        return sandbox.load();
    }
}
