package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.NodeQuotes;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pools that the node quotes: price, liquidity and fee of the block, in one batch. Pool and quoter must name the same
 * factory, and the pool its tokens and its fee or spacing, so that the quoter means this pool; a quoter of Uniswap V4's form
 * must name the manager. Immutable and thread-safe.
 */
public final class NodeQuotedReads {
    private static final List<String> GETTERS =
            List.of("slot0", "liquidity", "fee", "tickSpacing", "token0", "token1", "factory");
    private static final int LEAST_SLOT0 = 6 * 32;
    private final ChainReader chain;
    private final Map<PoolId, Address> quoters;
    private final Optional<Address> manager;

    /**
     * @param quoters of the pools, each of QuoterV2's form, those of Uniswap V4 of V4Quoter's
     * @param manager of all Uniswap V4 pools
     */
    public NodeQuotedReads(ChainReader chain, Map<PoolId, Address> quoters, Optional<Address> manager) {
        this.chain = chain;
        this.quoters = Map.copyOf(quoters);
        this.manager = manager;
    }

    /** Without pools of Uniswap V4. */
    public NodeQuotedReads(ChainReader chain, Map<PoolId, Address> quoters) {
        this(chain, quoters, Optional.empty());
    }

    /**
     * Makes sure that the quoters of Uniswap V4 pools mean the pools of the manager, and not those of another with the same ids.
     *
     * @throws ChainException MALFORMED if one does not, REVERTED if it does not say, REFUSED if a pool has no quoter
     */
    public void requireSameManager(Hash32 at, List<PoolSpec> pools) {
        List<Address> asked = pools.stream().map(this::quoter).distinct().toList();
        if (asked.isEmpty()) {
            return;
        }
        List<CallResult> answers = chain.call(
                at,
                asked.stream()
                        .map(quoter -> EthCall.to(quoter, Abi.call("poolManager")))
                        .toList());
        for (int i = 0; i < asked.size(); i++) {
            String what = "manager of the quoter " + asked.get(i);
            Words told = new Words(what, answers.get(i).orThrow(what)).exactly(1);
            if (!manager.equals(Optional.of(told.address(0)))) {
                throw told.malformed("it is " + told.address(0) + ", the pools are held by "
                        + manager.map(Address::toString).orElse("none"));
            }
        }
    }

    /** Of one block; for pools whose price and liquidity were read in another way. */
    public NodeQuotes quotes(Hash32 at) {
        return new QuoterQuotes(chain, at, quoters);
    }

    /**
     * States in the order of the pools, each a contract of its own.
     *
     * @throws ChainException MALFORMED if an answer is not a pool's or is another pool's, REVERTED if a getter reverts,
     *     REFUSED if a pool has no quoter
     */
    public List<PoolState> states(Hash32 at, List<PoolSpec> pools) {
        if (pools.isEmpty()) {
            return List.of();
        }
        List<EthCall> calls = new ArrayList<>();
        for (PoolSpec pool : pools) {
            GETTERS.forEach(getter -> calls.add(EthCall.to(pool.id().address(), Abi.call(getter))));
            calls.add(EthCall.to(quoter(pool), Abi.call("factory")));
        }
        List<CallResult> answers = chain.call(at, calls);
        NodeQuotes quotes = quotes(at);
        int each = GETTERS.size() + 1;
        List<PoolState> states = new ArrayList<>();
        for (int i = 0; i < pools.size(); i++) {
            states.add(state(pools.get(i), answers.subList(i * each, (i + 1) * each), quotes));
        }
        return states;
    }

    private Address quoter(PoolSpec pool) {
        Address quoter = quoters.get(pool.id());
        if (quoter == null) {
            throw new ChainException(ChainException.Kind.REFUSED, "no quoter of pool " + pool.id() + " is known");
        }
        return quoter;
    }

    private static PoolState state(PoolSpec pool, List<CallResult> answers, NodeQuotes quotes) {
        Bytes slot0 = answers.get(0).orThrow("slot0 of pool " + pool.id());
        if (slot0.size() < LEAST_SLOT0) {
            throw PlainReads.malformed(pool, "has a slot0 of " + slot0.size() + " bytes");
        }
        int fee = word(pool, answers, 2).integer(0);
        requireSame(pool, answers, fee);
        BigInteger price = new Words("slot0 of pool " + pool.id(), slot0).uint(0, 160);
        BigInteger liquidity = word(pool, answers, 1).uint(0, 128);
        try {
            return new NodeQuotedPool(pool, price, liquidity, fee, quotes, false);
        } catch (IllegalArgumentException impossible) {
            throw PlainReads.malformed(pool, "is impossible: " + impossible.getMessage());
        }
    }

    private static void requireSame(PoolSpec pool, List<CallResult> answers, int fee) {
        PlainReads.requireToken(pool, pool.token0(), word(pool, answers, 4).address(0));
        PlainReads.requireToken(pool, pool.token1(), word(pool, answers, 5).address(0));
        int spacing = word(pool, answers, 3).integer(0);
        if (spacing != pool.tickSpacing()) {
            throw PlainReads.malformed(pool, "has tick spacing " + spacing + ", the file says " + pool.tickSpacing());
        }
        if (pool.venue() != Venue.SLIPSTREAM && fee != pool.feePips()) {
            throw PlainReads.malformed(pool, "has fee " + fee + ", the file says " + pool.feePips());
        }
        Address factory = word(pool, answers, 6).address(0);
        Address quoted = word(pool, answers, 7).address(0);
        if (!factory.equals(quoted)) {
            throw PlainReads.malformed(pool, "is of factory " + factory + ", its quoter of " + quoted);
        }
    }

    private static Words word(PoolSpec pool, List<CallResult> answers, int at) {
        String getter = at < GETTERS.size() ? GETTERS.get(at) : "factory of the quoter";
        return PlainReads.words(pool, getter, answers.get(at), 1);
    }
}
