package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools.Position;

/** Uniswap V4's PoolManager and its quoter, on a chain for tests. */
final class Singleton {
    private static final String KEY = "(address,address,uint24,int24,address)";

    /** The chain's coin, as V4 knows it. */
    static final Token ETH = new Token(Address.ZERO, "ETH", 18);

    /** An address that asks for no call at all, but may set the fee of a dynamic pool. */
    static final Address FEE_SETTER = new Address("0x00000000000000000000000000000000fee00000");

    private final Ground ground;
    private final Address witness;
    private final Artifacts artifacts = Code.uniswapV4();
    private final Address manager;
    private final Address quoter;

    Singleton(Ground ground, Address witness) {
        this.ground = ground;
        this.witness = witness;
        this.manager = ground.create(creation("PoolManager").address(DevAccounts.DEPLOYER));
        this.quoter = ground.create(creation("V4Quoter").address(manager));
        ground.call(
                manager, AbiEncoder.call("setProtocolFeeController(address)").address(DevAccounts.DEPLOYER));
    }

    private AbiEncoder creation(String contract) {
        return AbiEncoder.creation(artifacts.creation(contract));
    }

    Address manager() {
        return manager;
    }

    Address quoter() {
        return quoter;
    }

    Artifacts artifacts() {
        return artifacts;
    }

    PoolSpec pool(Token token0, Token token1, int feePips, int spacing, Address hooks, Terrain terrain) {
        PoolKey key = new PoolKey(token0.address(), token1.address(), feePips, spacing, hooks);
        ground.call(
                manager,
                key(AbiEncoder.call("initialize(" + KEY + ",uint160)"), key).integer(terrain.sqrtPriceX96()));
        terrain.positions().forEach(position -> add(key, position));
        return key.spec(token0, token1);
    }

    /** Of the chain's coin, with its wrapper as the token. */
    PoolSpec coinPool(Token wrapper, Token token1, int feePips, int spacing, Terrain terrain) {
        PoolSpec plain = pool(ETH, token1, feePips, spacing, Address.ZERO, terrain);
        return PoolKey.of(plain).spec(wrapper, token1);
    }

    void add(PoolKey key, Position position) {
        ground.call(
                witness,
                key(
                                AbiEncoder.call("addV4(address," + KEY + ",int24,int24,int256)")
                                        .address(manager),
                                key)
                        .integer(position.low())
                        .integer(position.high())
                        .integer(position.liquidity()));
    }

    /** Shares of the protocol in millionths, at most 1000. */
    void protocolFee(PoolSpec pool, int zeroForOne, int oneForZero) {
        ground.call(
                manager,
                key(AbiEncoder.call("setProtocolFee(" + KEY + ",uint24)"), PoolKey.of(pool))
                        .integer(oneForZero << 12 | zeroForOne));
    }

    void dynamicFee(PoolSpec pool, int pips) {
        AbiEncoder call = key(AbiEncoder.call("updateDynamicLPFee(" + KEY + ",uint24)"), PoolKey.of(pool));
        ground.callFrom(pool.hooks(), manager, call.integer(pips).toBytes());
    }

    static AbiEncoder key(AbiEncoder call, PoolKey key) {
        return call.address(key.currency0())
                .address(key.currency1())
                .integer(key.feePips())
                .integer(key.tickSpacing())
                .address(key.hooks());
    }
}
