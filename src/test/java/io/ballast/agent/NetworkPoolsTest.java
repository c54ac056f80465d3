package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.market.Network;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools of every kind as a network file names them. */
class NetworkPoolsTest {
    private static final String ID = "0x5c6ee304399dbdb9c8ef030ab642b10820db8f56000200000000000000000014";
    private static final String QUOTER = "0x254cF9E1E6e233aa1AC962CB9B05b2cfeAaE15b0";
    private static final String POOLS = """
              - venue: balancer-v2
                address: "0x5c6Ee304399DBdB9C8Ef030aB642B10820DB8F56"
                pool_id: "%s"
                tokens: [WETH, USDC]
              - venue: curve
                address: "0xbEbc44782C7dB0a1A60Cb6fe97d0b483032FF1C7"
                tokens: [WETH, USDC]
              - venue: aerodrome
                address: "0xcDAC0d6c6C59727a65F871236188350531885C43"
                tokens: [WETH, USDC]
              - venue: slipstream
                address: "0xb2cc224c1c9feE385f8ad6a55b4d94E92359DC59"
                tokens: [WETH, USDC]
                fee: 5bps
                tick_spacing: 100
                quoter: "%s"
            """.formatted(ID, QUOTER);

    @TempDir
    Path directory;

    @Test
    void everyKindIsResolvedAndCanBeRead() {
        Network network = network();
        List<PoolSpec> pools = network.allPools();

        assertThat(pools)
                .extracting(PoolSpec::venue)
                .containsExactlyInAnyOrder(
                        Venue.UNISWAP_V3, Venue.BALANCER_V2, Venue.CURVE, Venue.AERODROME, Venue.SLIPSTREAM);
        assertThat(network.reads())
                .flatExtracting(StateReads::protocols)
                .contains(Protocol.WEIGHTED, Protocol.STABLE_SWAP, Protocol.SOLIDLY, Protocol.CONCENTRATED);
        assertThat(of(pools, Venue.BALANCER_V2).id()).isEqualTo(new PoolId(ID));
    }

    @Test
    void curveKeepsTheOrderOfTheFileAndOthersSortByAddress() {
        List<PoolSpec> pools = network().allPools();

        assertThat(of(pools, Venue.CURVE).tokens()).extracting(Token::symbol).containsExactly("WETH", "USDC");
        assertThat(of(pools, Venue.AERODROME).tokens())
                .extracting(Token::symbol)
                .containsExactly("USDC", "WETH");
    }

    @Test
    void theNodeQuotesSlipstreamUnlessAProofSaysOtherwise() {
        Network network = network();
        PoolSpec pool = of(network.allPools(), Venue.SLIPSTREAM);

        assertThat(pool.arithmetic()).isEqualTo(Arithmetic.NODE);
        assertThat(network.quoters()).hasSize(1).containsEntry(pool.id(), Address.parse(QUOTER));
        assertThat(of(network.allPools(), Venue.UNISWAP_V3).arithmetic()).isEqualTo(Arithmetic.LOCAL);
    }

    @Test
    void onlyPoolsThatCanBeTradedReachAStrategy() {
        assertThat(loaded().universe().pools()).extracting(PoolSpec::venue).containsExactly(Venue.UNISWAP_V3);
        for (Venue venue :
                List.of(Venue.BALANCER_V2, Venue.CURVE, Venue.AERODROME, Venue.VELODROME, Venue.SLIPSTREAM)) {
            assertThat(venue.tradable()).as(venue.label()).isFalse();
        }
        assertThat(Venue.UNISWAP_V3.tradable()).isTrue();
    }

    private static PoolSpec of(List<PoolSpec> pools, Venue venue) {
        return pools.stream().filter(pool -> pool.venue() == venue).findFirst().orElseThrow();
    }

    private Network network() {
        return loaded().network();
    }

    private AgentConfiguration loaded() {
        ConfigSandbox sandbox = new ConfigSandbox(directory);
        String text = ConfigSandbox.original(ConfigSandbox.NETWORK).replace("contracts:\n", """
                        contracts:
                          balancer_vault: "0xBA12222222228d8Ba445958a75a0704d566BF2C8"
                          solidly_factory: "0x420DD381b31aEf6683db6B902084cB0FFECe40Da"
                        """);
        sandbox.write(ConfigSandbox.NETWORK, (text + POOLS).getBytes(StandardCharsets.UTF_8));
        return sandbox.load();
    }
}
