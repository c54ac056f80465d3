package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolLens;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads market and account at one block: one batch of calls pinned to its hash. Every method throws {@link ChainException}
 * when a part is missing or malformed; nothing is ever filled in. Immutable and thread-safe.
 */
public final class MarketReader {
    private final ChainReader chain;
    private final Universe universe;
    private final PoolLens lens = new PoolLens();
    private final AccountQuery account;

    /**
     * @param owner whose balances and allowances are read
     * @throws IllegalArgumentException if a token of the universe has no feed
     */
    public MarketReader(ChainReader chain, Universe universe, Address owner) {
        this.chain = chain;
        this.universe = universe;
        this.account = new AccountQuery(universe, owner);
    }

    /** The newest block, in two round trips: its header, then everything else. */
    public Observation observe() {
        return observeAt(chain.head());
    }

    /**
     * One block, in one round trip.
     *
     * @throws ChainException of kind UNKNOWN_BLOCK if the block is not canonical any more
     */
    public Observation observeAt(BlockHeader header) {
        List<EthCall> calls = calls();
        List<CallResult> results = ask(header, calls);
        if (results.size() != calls.size()) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED, results.size() + " answers to " + calls.size() + " calls");
        }
        int own = calls.size() - account.calls().size();
        List<PoolState> pools = lens.states(
                universe.pools(), results.subList(0, own), header.ref().timestamp());
        AccountQuery.Reply reply = account.reply(results.subList(own, results.size()), header);
        return new Observation(
                new MarketState(universe, header, pools, reply.prices(), reply.conditions()), reply.account());
    }

    /** The calls of one read, as they are sent in one batch. */
    public List<EthCall> calls() {
        List<EthCall> calls = new ArrayList<>(lens.calls(universe.pools()));
        calls.addAll(account.calls());
        return calls;
    }

    private List<CallResult> ask(BlockHeader header, List<EthCall> calls) {
        try {
            return chain.call(header.ref().hash(), calls);
        } catch (ChainException e) {
            if (e.kind() == ChainException.Kind.REFUSED) {
                throw new ChainException(
                        e.kind(),
                        "the node refused to read pools; it must allow code overrides in eth_call: " + e.getMessage(),
                        e);
            }
            throw e;
        }
    }
}
