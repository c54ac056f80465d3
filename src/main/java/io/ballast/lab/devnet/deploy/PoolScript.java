package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.contract.ContractAddress;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.dex.FairPrice;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;

/** Writes down the creation of pools at fair prices, and their liquidity. */
final class PoolScript {
    private static final BigInteger NEVER = BigInteger.ONE.shiftLeft(63);
    private static final long CREATE_GAS = 7_000_000;
    private static final long MINT_GAS = 900_000;

    private final Script script;
    private final Artifacts artifacts;
    private final Contracts contracts;
    private final Map<DevAsset, Token> tokens;
    private final MarketPrices prices;

    PoolScript(
            Script script, Artifacts artifacts, Contracts contracts, Map<DevAsset, Token> tokens, MarketPrices prices) {
        this.script = script;
        this.artifacts = artifacts;
        this.contracts = contracts;
        this.tokens = tokens;
        this.prices = prices;
    }

    /** The constructor of the V3 factory leaves this tier out. */
    void enableLowestFee() {
        AbiEncoder call =
                AbiEncoder.call("enableFeeAmount(uint24,int24)").integer(100).integer(1);
        script.call(contracts.v3Factory(), call, 100_000);
    }

    PoolSpec pool(PoolPlan plan) {
        Token one = token(plan.one());
        Token two = token(plan.two());
        boolean ordered = one.address().compareTo(two.address()) < 0;
        Token token0 = ordered ? one : two;
        Token token1 = ordered ? two : one;
        return plan.venue() == Venue.UNISWAP_V2 ? v2(plan, token0, token1) : v3(plan, token0, token1);
    }

    private PoolSpec v2(PoolPlan plan, Token token0, Token token1) {
        Usd half = half(plan.depth(), 1_000);
        AbiEncoder call = AbiEncoder.call(
                        "addLiquidity(address,address,uint256,uint256,uint256,uint256,address,uint256)")
                .address(token0.address())
                .address(token1.address())
                .integer(amount(token0, half))
                .integer(amount(token1, half))
                .integer(0)
                .integer(0)
                .address(DevAccounts.DEPLOYER)
                .integer(NEVER);
        script.call(contracts.v2Router(), call, CREATE_GAS);
        ByteArrayOutputStream salt = new ByteArrayOutputStream();
        salt.writeBytes(token0.address().bytes());
        salt.writeBytes(token1.address().bytes());
        return spec(plan, token0, token1, contracts.v2Factory(), salt.toByteArray(), "UniswapV2Pair");
    }

    private PoolSpec v3(PoolPlan plan, Token token0, Token token1) {
        FairPrice fair = FairPrice.of(token0, price(token0), token1, price(token1));
        AbiEncoder create = AbiEncoder.call("createAndInitializePoolIfNecessary(address,address,uint24,uint160)")
                .address(token0.address())
                .address(token1.address())
                .integer(plan.feePips())
                .integer(fair.sqrtX96());
        script.call(contracts.positionManager(), create, CREATE_GAS);
        plan.ranges().forEach(range -> mint(plan, token0, token1, fair.tick(), range));
        Bytes salt = AbiEncoder.tuple()
                .address(token0.address())
                .address(token1.address())
                .integer(plan.feePips())
                .toBytes();
        return spec(plan, token0, token1, contracts.v3Factory(), salt.toArray(), "UniswapV3Pool");
    }

    private void mint(PoolPlan plan, Token token0, Token token1, int centre, Range range) {
        Usd half = half(plan.depth(), range.perMille());
        AbiEncoder mint = AbiEncoder.call("mint((address,address,uint24,int24,int24,uint256,uint256,uint256,uint256,"
                        + "address,uint256))")
                .address(token0.address())
                .address(token1.address())
                .integer(plan.feePips())
                .integer(range.lower(centre, plan.tickSpacing()))
                .integer(range.upper(centre, plan.tickSpacing()))
                .integer(amount(token0, half))
                .integer(amount(token1, half))
                .integer(0)
                .integer(0)
                .address(DevAccounts.DEPLOYER)
                .integer(NEVER);
        script.call(contracts.positionManager(), mint, MINT_GAS);
    }

    private PoolSpec spec(PoolPlan plan, Token token0, Token token1, Address factory, byte[] salt, String contract) {
        Address pool = ContractAddress.create2(factory, Keccak256.digest(salt), artifacts.creation(contract));
        return new PoolSpec(PoolId.of(pool), plan.venue(), token0, token1, plan.feePips(), plan.tickSpacing());
    }

    private BigInteger amount(Token token, Usd worth) {
        return HoldingsScript.worth(token, price(token), worth).raw();
    }

    /** What goes to one side of that share of the depth. */
    private static Usd half(Usd depth, int perMille) {
        return Usd.of(depth.value().multiply(BigDecimal.valueOf(perMille * 5L, 4)));
    }

    private Usd price(Token token) {
        return prices.of(DevAsset.valueOf(token.symbol()));
    }

    private Token token(DevAsset asset) {
        return Objects.requireNonNull(tokens.get(asset));
    }
}
