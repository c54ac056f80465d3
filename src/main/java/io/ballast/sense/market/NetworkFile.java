package io.ballast.sense.market;

import io.ballast.base.config.Blocks;
import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Coins;
import io.ballast.base.config.Endpoint;
import io.ballast.base.config.GasPrice;
import io.ballast.base.config.Key;
import io.ballast.base.config.Name;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.chain.ChainProfile.BlockNumberSource;
import io.ballast.sense.chain.ChainProfile.Finality;
import io.ballast.sense.chain.ChainProfile.L1DataFee;
import io.ballast.sense.chain.ChainProfile.Ordering;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One network: how its chain behaves, and the pinned addresses that symbols stand for. */
public record NetworkFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "Name of the network, as strategies use it.", required = true)
        Name name,

        @Key(value = "Chain id (EIP-155).", required = true, min = 1, max = Long.MAX_VALUE)
        long chainId,

        @Key(value = "Symbol of the native coin.", name = "native", required = true)
        Symbol nativeCoin,

        @Key(value = "Symbol of the token that wraps the native coin.", required = true)
        Symbol wrapped,

        @Key(value = "Usual time between two blocks.", required = true)
        Duration blockTime,

        @Key(value = "Blocks after which a transaction counts as confirmed.", required = true)
        Blocks confirmations,

        @Key(value = "The node's tag for blocks that will not be undone.", defaultsTo = "finalized")
        Finality finality,

        @Key(
                value = "Whether a fee for data on L1 is charged, and whether the gas limit holds it.",
                defaultsTo = "none")
        L1DataFee l1DataFee,

        @Key(value = "Whether a pending transaction can usefully be replaced by one that pays more.", required = true)
        boolean replaceable,

        @Key(value = "Whose height block.number is inside a contract.", defaultsTo = "own")
        BlockNumberSource blockNumberSource,

        @Key(value = "Who comes first in a block: who pays most, or who was there first.", defaultsTo = "priority_fee")
        Ordering ordering,

        @Key("Chainlink's feed that says whether the sequencer is up.")
        Optional<Address> sequencerFeed,

        @Key("Block explorer.") Optional<Endpoint> explorer,

        @Key("Gas on this network, unless the agent's file says otherwise.")
        GasProfile gas,

        @Key("Contracts that the agent calls.") Contracts contracts,
        @Key("Tokens by symbol.") Map<Symbol, TokenEntry> tokens,
        @Key("Pools that may be traded.") List<PoolEntry> pools)
        implements Checked {

    /** Prices of gas. */
    public record GasProfile(
            @Key(value = "Most for the producer of a block, per unit of gas.", defaultsTo = "1 gwei")
            GasPrice tip,

            @Key(value = "Most per unit of gas, base fee included.", defaultsTo = "100 gwei")
            GasPrice maxPrice,

            @Key("Coins that must always be left for gas.") Optional<Coins> reserve) {}

    /** Pinned contracts. */
    public record Contracts(
            @Key("Uniswap's SwapRouter02: swaps in pools of Uniswap V2 and V3 go to it.")
            Optional<Address> router,

            @Key("Multicall3.") Optional<Address> multicall3,
            @Key("Uniswap's QuoterV2.") Optional<Address> quoter,
            @Key("Uniswap V2 factory.") Optional<Address> v2Factory,
            @Key("Uniswap V3 factory.") Optional<Address> v3Factory,
            @Key("Balancer V2 vault.") Optional<Address> balancerVault,

            @Key("Factory of Aerodrome or Velodrome V2, which holds the fees of its pairs.")
            Optional<Address> solidlyFactory,

            @Key("Uniswap V4's PoolManager, which holds all its pools.")
            Optional<Address> poolManager,

            @Key("Uniswap's V4Quoter, which quotes V4 pools whose hooks act in swaps.")
            Optional<Address> v4Quoter,

            @Key(
                    "Uniswap's TickLens, which reads ticks of V3 pools where the node lends no code and Multicall3 does not answer.")
            Optional<Address> tickLens,

            @Key("Uniswap's Universal Router: swaps that touch pools of Uniswap V4 go to it.")
            Optional<UniversalEntry> universalRouter,

            @Key("Permit2, through which the Universal Router is paid.")
            Optional<Address> permit2,

            @Key("Routers of Uniswap V2 and its forks, by the kind of pool they swap in.")
            Map<Venue, Address> v2Routers) {
        /** Without those that few networks have. */
        public Contracts(
                Optional<Address> router,
                Optional<Address> multicall3,
                Optional<Address> quoter,
                Optional<Address> v2Factory,
                Optional<Address> v3Factory) {
            this(
                    router,
                    multicall3,
                    quoter,
                    v2Factory,
                    v3Factory,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
        }
    }

    /** One Universal Router. */
    public record UniversalEntry(
            @Key(value = "Its contract.", required = true) Address address,

            @Key(value = "Its version, which decides about the calldata.", required = true)
            UniversalRouterVersion version) {}

    /** One token. */
    public record TokenEntry(
            @Key(value = "Its contract.", required = true) Address address,

            @Key(value = "Its decimal places.", required = true, max = 36)
            int decimals,

            @Key("Its price in US dollars.") Optional<FeedEntry> feed) {}

    /** One Chainlink-style feed. */
    public record FeedEntry(
            @Key(value = "Its contract.", required = true) Address address,

            @Key(value = "Decimal places of the answer.", defaultsTo = "8", max = 36)
            int decimals,

            @Key(value = "Longest time between two answers; an older one is stale.", required = true)
            Duration heartbeat)
            implements Checked {
        @Override
        public void check(Check check) {
            if (heartbeat.isZero()) {
                check.problem("heartbeat", "is zero, so every answer would be stale");
            }
        }
    }

    @Override
    public void check(Check check) {
        if (ordering == Ordering.FIRST_COME && replaceable) {
            check.problem("replaceable", "is true, but where the first comes first a higher fee buys nothing");
        }
        if (blockTime.isZero()) {
            check.problem("block_time", "is zero, expected the usual time between two blocks");
        }
        if (!tokens.isEmpty() && check.clean("tokens") && check.clean("wrapped") && !tokens.containsKey(wrapped)) {
            check.problem("wrapped", "\"" + wrapped + "\" is not among the tokens");
        }
        gas.reserve()
                .filter(r -> check.clean("native") && !r.symbol().equals(nativeCoin.text()))
                .ifPresent(r -> check.problem("gas.reserve", "is in " + r.symbol() + ", expected " + nativeCoin));
        refuseSharedAddresses(check);
        new RouterRules(contracts).check(check);
        new PoolRules(this).check(check);
    }

    /** How the chain behaves. */
    public ChainProfile chain() {
        return new ChainProfile(blockNumberSource, l1DataFee, finality, replaceable, ordering, sequencerFeed);
    }

    /** This profile with what was deployed on it: how a devnet makes its own file. */
    public NetworkFile deployed(Contracts found, Map<Symbol, TokenEntry> ownTokens, List<PoolEntry> ownPools) {
        return new NetworkFile(
                schema,
                name,
                chainId,
                nativeCoin,
                wrapped,
                blockTime,
                confirmations,
                finality,
                l1DataFee,
                replaceable,
                blockNumberSource,
                ordering,
                sequencerFeed,
                explorer,
                gas,
                found,
                Collections.unmodifiableMap(new LinkedHashMap<>(ownTokens)),
                List.copyOf(ownPools));
    }

    /** A contract has one part to play: the same address twice is a slip of the pen, or worse. */
    private void refuseSharedAddresses(Check check) {
        Map<Address, String> seen = new HashMap<>();
        contracts.router().ifPresent(a -> claim(a, "contracts.router", seen, check));
        sequencerFeed.ifPresent(a -> claim(a, "sequencer_feed", seen, check));
        contracts.permit2().ifPresent(a -> claim(a, "contracts.permit2", seen, check));
        contracts.universalRouter().ifPresent(r -> claim(r.address(), "contracts.universal_router", seen, check));
        contracts.v2Routers().forEach((venue, a) -> claim(a, RouterRules.path(venue), seen, check));
        contracts.multicall3().ifPresent(a -> claim(a, "contracts.multicall3", seen, check));
        contracts.balancerVault().ifPresent(a -> claim(a, "contracts.balancer_vault", seen, check));
        contracts.solidlyFactory().ifPresent(a -> claim(a, "contracts.solidly_factory", seen, check));
        contracts.v4Quoter().ifPresent(a -> claim(a, "contracts.v4_quoter", seen, check));
        contracts.tickLens().ifPresent(a -> claim(a, "contracts.tick_lens", seen, check));
        tokens.forEach((symbol, token) -> {
            claim(token.address(), "tokens." + symbol, seen, check);
        });
        tokens.forEach((symbol, token) -> {
            String path = "tokens." + symbol + ".feed";
            token.feed()
                    .filter(feed -> seen.containsKey(feed.address()))
                    .ifPresent(feed -> claim(feed.address(), path, seen, check));
        });
        for (int i = 0; i < pools.size(); i++) {
            // Pools of Uniswap V4 share their contract.
            if (pools.get(i).venue() != Venue.UNISWAP_V4) {
                claim(pools.get(i).address(), "pools[" + i + "]", seen, check);
            }
        }
    }

    private static void claim(Address address, String path, Map<Address, String> seen, Check check) {
        String first = seen.putIfAbsent(address, path);
        if (first != null) {
            String key = path.startsWith("contracts.") || path.equals("sequencer_feed") ? path : path + ".address";
            check.problem(key, "is the same address as " + first + ", expected one of its own");
        }
    }
}
