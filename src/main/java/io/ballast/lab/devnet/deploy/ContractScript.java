package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPrices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Writes down the creation of tokens, feeds and Uniswap. */
final class ContractScript {
    /** Where Multicall3 stands on every chain. */
    static final Address MULTICALL3 = Address.parse("0xcA11bde05977b3631167028862bE2a173976CA11");

    private static final int MULTICALL3_INIT = 32;

    private final Script script;
    private final Artifacts artifacts;

    ContractScript(Script script, Artifacts artifacts) {
        this.script = script;
        this.artifacts = artifacts;
    }

    Map<DevAsset, Token> tokens() {
        Map<DevAsset, Token> tokens = new EnumMap<>(DevAsset.class);
        for (DevAsset asset : DevAsset.values()) {
            Address address = asset == DevAsset.WETH ? create("WETH9") : token(asset);
            tokens.put(asset, new Token(address, asset.name(), asset.decimals()));
        }
        return tokens;
    }

    private Address token(DevAsset asset) {
        return script.create(AbiEncoder.creation(Artifacts.own("DevToken"))
                .string(asset.name() + " of the devnet")
                .string(asset.name())
                .integer(asset.decimals())
                .toBytes());
    }

    Map<DevAsset, Address> feeds(Address oracle, MarketPrices prices) {
        Map<DevAsset, Address> feeds = new EnumMap<>(DevAsset.class);
        for (DevAsset asset : DevAsset.values()) {
            String coin = asset == DevAsset.WETH ? "ETH" : asset.name();
            feeds.put(
                    asset,
                    script.create(AbiEncoder.creation(Artifacts.own("DevFeed"))
                            .string(coin + " / USD")
                            .integer(DevnetAddresses.FEED_DECIMALS)
                            .integer(prices.of(asset).value().unscaledValue())
                            .address(oracle)
                            .toBytes()));
        }
        return feeds;
    }

    Contracts contracts(Address weth) {
        Address v2Factory = script.create(
                with("UniswapV2Factory").address(DevAccounts.DEPLOYER).toBytes());
        Address v2Router = script.create(
                with("UniswapV2Router02").address(v2Factory).address(weth).toBytes());
        Address v3Factory = create("UniswapV3Factory");
        Address manager = script.create(with("NonfungiblePositionManager")
                .address(v3Factory)
                .address(weth)
                .address(descriptor(weth))
                .toBytes());
        Address router = script.create(with("SwapRouter02")
                .address(v2Factory)
                .address(v3Factory)
                .address(manager)
                .address(weth)
                .toBytes());
        Address quoter =
                script.create(with("QuoterV2").address(v3Factory).address(weth).toBytes());
        return new Contracts(
                v2Factory,
                v2Router,
                v3Factory,
                manager,
                router,
                quoter,
                create("TickLens"),
                MULTICALL3,
                owned("DevOracle", DevAccounts.ORACLE),
                owned("DevArbitrageur", DevAccounts.ARBITRAGEUR));
    }

    /** What stands at Multicall3's address: its creation code without the part that returns it. */
    Bytes multicallRuntime() {
        Bytes creation = artifacts.multicall3();
        return Bytes.of(creation.slice(MULTICALL3_INIT, creation.size() - MULTICALL3_INIT));
    }

    private Address descriptor(Address weth) {
        Address library = create("NFTDescriptor");
        byte[] label = Arrays.copyOf("ETH".getBytes(StandardCharsets.US_ASCII), 32);
        return script.create(AbiEncoder.creation(artifacts.linked("NonfungibleTokenPositionDescriptor", library))
                .address(weth)
                .integer(new java.math.BigInteger(1, label))
                .toBytes());
    }

    private Address owned(String contract, Address owner) {
        return script.create(
                AbiEncoder.creation(Artifacts.own(contract)).address(owner).toBytes());
    }

    private Address create(String contract) {
        return script.create(artifacts.creation(contract));
    }

    private AbiEncoder with(String contract) {
        return AbiEncoder.creation(artifacts.creation(contract));
    }
}
