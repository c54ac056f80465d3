package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;

/** Permit2 and Uniswap's Universal Router, on a chain for tests that has all three exchanges. */
final class Routers {
    private static final Address PERMIT2 = Address.parse("0x000000000022D473030F116dDEE9F6B43aC78BA3");

    private final Exchanges exchanges;
    private final Singleton singleton;
    private final Address unsupported;
    private final Map<UniversalRouterVersion, Address> universal;

    Routers(Ground ground, Exchanges exchanges, Singleton singleton) {
        this.exchanges = exchanges;
        this.singleton = singleton;
        ground.rpc().setCode(PERMIT2, singleton.artifacts().literal("Permit2"));
        this.unsupported = ground.create(singleton.artifacts().creation("UnsupportedProtocol"));
        this.universal = Map.of(
                UniversalRouterVersion.V2_0_0, ground.create(creation("UniversalRouter-2.0.0")),
                UniversalRouterVersion.V2_1_0,
                        ground.create(creation("UniversalRouter").address(unsupported)));
    }

    /** The later version has one argument more. */
    private AbiEncoder creation(String artifact) {
        return AbiEncoder.creation(singleton.artifacts().creation(artifact))
                .address(PERMIT2)
                .address(exchanges.weth())
                .address(exchanges.v2Factory())
                .address(exchanges.v3Factory())
                .integer(hash(exchanges.artifacts().creation("UniswapV2Pair")))
                .integer(hash(exchanges.artifacts().creation("UniswapV3Pool")))
                .address(singleton.manager())
                .address(unsupported)
                .address(unsupported);
    }

    private static BigInteger hash(Bytes code) {
        return new BigInteger(1, Keccak256.digest(code.toArray()));
    }

    Address permit2() {
        return PERMIT2;
    }

    /** The Universal Router. */
    Address universal(UniversalRouterVersion version) {
        return Objects.requireNonNull(universal.get(version));
    }
}
