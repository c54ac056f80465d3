package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.dex.PoolSpec;
import java.util.List;
import java.util.Map;

/**
 * Everything the agent may look at and touch, by pinned address: the resolved form of a network file narrowed to a strategy.
 *
 * @param tokens in ascending order of address; contains {@code cash} and {@code wrapped}
 * @param cash the token in which the strategy rests and in which pool prices are counted
 * @param wrapped wrapper of the native coin (WETH); its price is the coin's price
 * @param pools in ascending order of id
 * @param feeds one for every token
 * @param router the one spender and call target for swaps (SwapRouter02)
 * @param multicall Multicall3
 * @param chain how the chain behaves
 * @param quoters contracts that quote the pools whose numbers are the node's
 * @param contracts through which the pools are read
 */
public record Universe(
        long chainId,
        List<Token> tokens,
        Token cash,
        Token wrapped,
        List<PoolSpec> pools,
        List<FeedSpec> feeds,
        Address router,
        Address multicall,
        ChainProfile chain,
        Map<PoolId, Address> quoters,
        ReadContracts contracts) {
    /** Without pools whose numbers are the node's. */
    public Universe(
            long chainId,
            List<Token> tokens,
            Token cash,
            Token wrapped,
            List<PoolSpec> pools,
            List<FeedSpec> feeds,
            Address router,
            Address multicall,
            ChainProfile chain) {
        this(chainId, tokens, cash, wrapped, pools, feeds, router, multicall, chain, Map.of(), ReadContracts.NONE);
    }

    /** On a chain that behaves like Ethereum. */
    public Universe(
            long chainId,
            List<Token> tokens,
            Token cash,
            Token wrapped,
            List<PoolSpec> pools,
            List<FeedSpec> feeds,
            Address router,
            Address multicall) {
        this(chainId, tokens, cash, wrapped, pools, feeds, router, multicall, ChainProfile.ETHEREUM);
    }

    public Universe {
        tokens = List.copyOf(tokens);
        pools = List.copyOf(pools);
        feeds = List.copyOf(feeds);
        quoters = Map.copyOf(quoters);
        if (!tokens.contains(cash) || !tokens.contains(wrapped)) {
            throw new IllegalArgumentException("tokens must contain cash " + cash + " and wrapper " + wrapped);
        }
    }
}
