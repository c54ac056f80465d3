package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.contract.ContractAddress;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.Venue;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tokens, Uniswap V2 and V3 with their quoter and router, and our witness, on a chain for tests. */
final class Exchanges {
    /** Enough for every pair of tokens to be a pool of its own. */
    private static final int TOKENS = 5;

    private final Ground ground;
    private final Artifacts artifacts = Code.uniswap();
    private final List<Token> tokens;
    private final Address witness;
    private final Address weth;
    private final Address v2Factory;
    private final Address v2Router;
    private final Address v3Factory;
    private final Address router;
    private final Address quoter;

    Exchanges(Ground ground) {
        this.ground = ground;
        this.tokens = IntStream.range(0, TOKENS)
                .mapToObj(this::token)
                .sorted(Comparator.comparing(Token::address))
                .toList();
        this.witness = ground.create(Code.own("Witness"));
        this.weth = ground.create(artifacts.creation("WETH9"));
        this.v2Factory = ground.create(creation("UniswapV2Factory").address(DevAccounts.DEPLOYER));
        this.v2Router =
                ground.create(creation("UniswapV2Router02").address(v2Factory).address(weth));
        this.v3Factory = ground.create(artifacts.creation("UniswapV3Factory"));
        this.router = ground.create(creation("SwapRouter02")
                .address(v2Factory)
                .address(v3Factory)
                .address(Address.ZERO)
                .address(weth));
        this.quoter = ground.create(creation("QuoterV2").address(v3Factory).address(weth));
        ground.call(
                v3Factory,
                AbiEncoder.call("enableFeeAmount(uint24,int24)").integer(100).integer(1));
    }

    private Token token(int number) {
        int decimals = number % 2 == 0 ? 18 : 6;
        String symbol = "T" + number;
        Address address = ground.create(AbiEncoder.creation(Artifacts.own("DevToken"))
                .string(symbol)
                .string(symbol)
                .integer(decimals));
        return new Token(address, symbol, decimals);
    }

    private AbiEncoder creation(String contract) {
        return AbiEncoder.creation(artifacts.creation(contract));
    }

    /** In ascending order of their addresses. */
    List<Token> tokens() {
        return tokens;
    }

    Address witness() {
        return witness;
    }

    Address weth() {
        return weth;
    }

    Address v2Factory() {
        return v2Factory;
    }

    Address v2Router() {
        return v2Router;
    }

    Address v3Factory() {
        return v3Factory;
    }

    /** SwapRouter02. */
    Address router() {
        return router;
    }

    /** QuoterV2. */
    Address quoter() {
        return quoter;
    }

    Artifacts artifacts() {
        return artifacts;
    }

    void give(Token token, Address to, BigInteger amount) {
        ground.call(
                token.address(),
                AbiEncoder.call("mint(address,uint256)").address(to).integer(amount));
    }

    PoolSpec pair(Token token0, Token token1, BigInteger reserve0, BigInteger reserve1) {
        ground.call(
                v2Factory,
                AbiEncoder.call("createPair(address,address)")
                        .address(token0.address())
                        .address(token1.address()));
        ByteArrayOutputStream salt = new ByteArrayOutputStream();
        salt.writeBytes(token0.address().bytes());
        salt.writeBytes(token1.address().bytes());
        Address pair = ContractAddress.create2(
                v2Factory, Keccak256.digest(salt.toByteArray()), artifacts.creation("UniswapV2Pair"));
        give(token0, pair, reserve0);
        give(token1, pair, reserve1);
        ground.call(pair, AbiEncoder.call("sync()"));
        return new PoolSpec(PoolId.of(pair), Venue.UNISWAP_V2, token0, token1, 3_000, 0);
    }

    PoolSpec pool(Token token0, Token token1, int feePips, int spacing, Terrain terrain) {
        AbiEncoder key = AbiEncoder.tuple()
                .address(token0.address())
                .address(token1.address())
                .integer(feePips);
        ground.call(
                v3Factory,
                AbiEncoder.call("createPool(address,address,uint24)")
                        .address(token0.address())
                        .address(token1.address())
                        .integer(feePips));
        Address pool = ContractAddress.create2(
                v3Factory, Keccak256.digest(key.toBytes().toArray()), artifacts.creation("UniswapV3Pool"));
        ground.call(pool, AbiEncoder.call("initialize(uint160)").integer(terrain.sqrtPriceX96()));
        terrain.positions().forEach(position -> add(pool, position));
        return new PoolSpec(PoolId.of(pool), Venue.UNISWAP_V3, token0, token1, feePips, spacing);
    }

    void add(Address pool, Position position) {
        ground.call(
                witness,
                AbiEncoder.call("addV3(address,int24,int24,uint128)")
                        .address(pool)
                        .integer(position.low())
                        .integer(position.high())
                        .integer(position.liquidity()));
    }
}
