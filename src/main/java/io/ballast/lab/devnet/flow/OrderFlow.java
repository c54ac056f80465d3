package io.ballast.lab.devnet.flow;

import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.Draws;
import io.ballast.lab.devnet.price.MarketPrices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The transactions of one block after another: the oracle moves the feeds, traders trade, the arbitrageur puts the pools
 * right. It reads nothing from the chain: the seed and the times of the blocks fix all of it. Not thread-safe.
 */
public final class OrderFlow {
    private static final double AHEAD_SHARE = 0.3;

    private final Oracle oracle;
    private final Traders traders;
    private final Arbitrageur arbitrageur;
    private final Draws order;

    public OrderFlow(DevnetAddresses addresses, long seed) {
        this.oracle = new Oracle(addresses);
        this.traders = new Traders(addresses, seed);
        this.arbitrageur = new Arbitrageur(addresses);
        this.order = new Draws(seed, Draws.Stream.ORDER);
    }

    /**
     * Transactions of the next block, in their order.
     *
     * @param since time since the block before
     */
    public List<DevTransaction> next(MarketPrices prices, Duration since) {
        List<DevTransaction> block = new ArrayList<>();
        block.add(oracle.update(prices));
        block.addAll(traders.swaps(prices, since));
        block.add(arbitrageur.align(prices));
        return block;
    }

    /** Where the next block's flow sits: ahead of agents in 30 % of the blocks. */
    public FlowPosition position() {
        return order.uniform() < AHEAD_SHARE ? FlowPosition.AHEAD_OF_AGENTS : FlowPosition.BEHIND_AGENTS;
    }
}
