package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.dex.web3j.SwapRouter02;
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
 * @param routers the only spenders and call targets for swaps; of two that can carry out a swap, the earlier one does
 * @param multicall Multicall3
 * @param chain how the chain behaves
 * @param quoters contracts that quote the pools whose numbers are the node's
 * @param contracts through which the pools are read
 * @param routing finds the best swap that one of the routers can carry out; follows from them
 */
public record Universe(
        long chainId,
        List<Token> tokens,
        Token cash,
        Token wrapped,
        List<PoolSpec> pools,
        List<FeedSpec> feeds,
        List<SwapContract> routers,
        Address multicall,
        ChainProfile chain,
        Map<PoolId, Address> quoters,
        ReadContracts contracts,
        Router routing) {
    /** With the routing of its routers. */
    public Universe(
            long chainId,
            List<Token> tokens,
            Token cash,
            Token wrapped,
            List<PoolSpec> pools,
            List<FeedSpec> feeds,
            List<SwapContract> routers,
            Address multicall,
            ChainProfile chain,
            Map<PoolId, Address> quoters,
            ReadContracts contracts) {
        this(
                chainId,
                tokens,
                cash,
                wrapped,
                pools,
                feeds,
                routers,
                multicall,
                chain,
                quoters,
                contracts,
                new Router(routers.stream().map(SwapContract::reach).toList()));
    }

    /** Traded through SwapRouter02 alone, without pools whose numbers are the node's. */
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
        this(
                chainId,
                tokens,
                cash,
                wrapped,
                pools,
                feeds,
                List.of(new SwapRouter02(router)),
                multicall,
                chain,
                Map.of(),
                ReadContracts.NONE);
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
        routers = List.copyOf(routers);
        quoters = Map.copyOf(quoters);
        if (routers.isEmpty()) {
            throw new IllegalArgumentException("no router to trade through");
        }
        if (!tokens.contains(cash) || !tokens.contains(wrapped)) {
            throw new IllegalArgumentException("tokens must contain cash " + cash + " and wrapper " + wrapped);
        }
    }

    /** Address of the router that swaps go to where nothing speaks for another one. */
    public Address router() {
        return routers.getFirst().address();
    }

    /**
     * The router that carries a swap out.
     *
     * @throws IllegalArgumentException if none can
     */
    public SwapContract router(SwapQuote quote) {
        for (SwapContract router : routers) {
            if (router.reach().takes(quote)) {
                return router;
            }
        }
        throw new IllegalArgumentException("no router carries out " + quote.route());
    }

    /** Transactions that must grant something before a swap. */
    public int approvals(SwapQuote quote) {
        return router(quote).rights(quote.in()).size();
    }

    /** Every right to take a token that the agent can ever grant: all must be at zero at rest. */
    public List<SpendingRight> rights() {
        return tokens.stream()
                .flatMap(token -> routers.stream().flatMap(router -> router.rights(token).stream()))
                .distinct()
                .toList();
    }
}
