package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.dex.web3j.SwapRouter02;
import io.ballast.sense.dex.web3j.UniversalRouter;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import io.ballast.sense.dex.web3j.V2Router;
import io.ballast.sense.market.Universe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a network's routers a strategy gets: those that it needs for its kinds of pool, and no more. */
class NetworkRoutersTest {
    private static final Address SWAP_ROUTER = Address.parse("0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45");
    private static final Address SUSHI = Address.parse("0xd9e1cE17f2641f24aE83637ab66a2cca9C378B9F");
    private static final Address UNIVERSAL = Address.parse("0x66a9893cC07D91D95644AEDD05D03f95e1dBA8Af");
    private static final Address PERMIT2 = Address.parse("0x000000000022D473030F116dDEE9F6B43aC78BA3");

    @TempDir
    private Path folder;

    @Test
    void aStrategyThatStaysWithOldPoolsApprovesSwapRouter02Alone() {
        assertThat(universe("[uniswap-v3, uniswap-v2]").routers()).containsExactly(new SwapRouter02(SWAP_ROUTER));
    }

    @Test
    void eachKindOfPoolBringsTheRouterThatReachesIt() {
        Universe universe = universe("[uniswap-v3, sushiswap-v2, uniswap-v4]");
        assertThat(universe.routers())
                .containsExactly(
                        new SwapRouter02(SWAP_ROUTER),
                        new V2Router(SUSHI, Venue.SUSHISWAP_V2),
                        new UniversalRouter(UNIVERSAL, UniversalRouterVersion.V2_0_0, PERMIT2));
    }

    @Test
    void everyRightThatCanBeGrantedIsRead() {
        Universe universe = universe("[uniswap-v3, sushiswap-v2, uniswap-v4]");
        assertThat(universe.rights())
                .hasSize(4 * universe.tokens().size())
                .filteredOn(right -> right.token().equals(universe.cash()))
                .containsExactly(
                        SpendingRight.ofToken(universe.cash(), SWAP_ROUTER),
                        SpendingRight.ofToken(universe.cash(), SUSHI),
                        SpendingRight.ofToken(universe.cash(), PERMIT2),
                        new SpendingRight(universe.cash(), PERMIT2, UNIVERSAL));
    }

    private Universe universe(String venues) {
        return new ConfigSandbox(folder)
                .edit(ConfigSandbox.STRATEGY, "[uniswap-v3]", venues)
                .edit(ConfigSandbox.NETWORK, "contracts:\n", """
                        contracts:
                          universal_router: {address: "%s", version: 2.0.0}
                          permit2: "%s"
                          v2_routers: {sushiswap-v2: "%s"}
                        """.formatted(UNIVERSAL, PERMIT2, SUSHI))
                .load()
                .universe();
    }
}
