package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.NodeQuotedReads;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.dex.web3j.V4Lens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the states of many pools at one block, in the best way that the node allows: by code lent to one call, through
 * Multicall3, by Uniswap's TickLens, or getter by getter. What a node refuses is asked for in smaller pieces and then in the next way, and that is
 * remembered. Thread-safe.
 */
public final class PoolReader {
    private static final Logger LOG = LoggerFactory.getLogger(PoolReader.class);

    /** Reads after which the best way is tried again: nodes change. */
    private static final int PATIENCE = 1_000;

    private final ChainReader chain;
    private final Address multicall;
    private final ReadPlan first;
    private volatile ReadPlan plan;
    private final NodeQuoting quoting;
    private final AtomicInteger reads = new AtomicInteger();

    /**
     * @param multicall Multicall3, the second way
     * @param kinds of pool that can be read
     * @param quoters of the pools whose numbers are the node's
     * @param contracts that help in it
     */
    public PoolReader(
            ChainReader chain,
            Address multicall,
            ReadLimits limits,
            List<StateReads> kinds,
            Map<PoolId, Address> quoters,
            ReadContracts contracts) {
        this(
                chain,
                multicall,
                new ReadPlan(ReadPlan.Way.LENS, limits, kinds, contracts.tickLens()),
                new NodeQuotedReads(chain, quoters, contracts.poolManager()));
    }

    /** Of pools of V2's and V3's kind, by our own arithmetic. */
    public PoolReader(ChainReader chain, Address multicall, ReadLimits limits) {
        this(chain, multicall, limits, List.of(new PoolLens()), Map.of(), ReadContracts.NONE);
    }

    PoolReader(ChainReader chain, Address multicall, ReadPlan plan) {
        this(chain, multicall, plan, new NodeQuotedReads(chain, Map.of()));
    }

    private PoolReader(ChainReader chain, Address multicall, ReadPlan plan, NodeQuotedReads quoted) {
        this.chain = chain;
        this.multicall = multicall;
        this.first = plan;
        this.plan = plan;
        this.quoting = new NodeQuoting(quoted);
    }

    /** Of all pools of a universe. */
    public static PoolReader of(ChainReader chain, Universe universe, ReadLimits limits) {
        ReadContracts contracts = universe.contracts();
        return new PoolReader(chain, universe.multicall(), limits, contracts.kinds(), universe.quoters(), contracts);
    }

    /** With {@link ReadLimits#DEFAULT}. */
    public PoolReader(ChainReader chain, Address multicall) {
        this(chain, multicall, ReadLimits.DEFAULT);
    }

    /**
     * What came of one read.
     *
     * @param states in the order of the pools
     * @param along answers to the calls that went along, in their order
     */
    public record Reading(List<PoolState> states, List<CallResult> along) {
        public Reading {
            states = List.copyOf(states);
            along = List.copyOf(along);
        }
    }

    /** States in the order of the pools. */
    public List<PoolState> read(BlockRef at, List<PoolSpec> pools) {
        return read(at, pools, List.of()).states();
    }

    /**
     * The pools and some calls of one's own at the same block, in one round trip where the node allows it, and one more for
     * pools that the node quotes.
     *
     * @throws ChainException if the node answers in no way, of kind UNKNOWN_BLOCK if the block is not canonical any more,
     *     REVERTED if a pool does not answer as its kind does, MALFORMED if parts disagree
     */
    public Reading read(BlockRef at, List<PoolSpec> pools, List<EthCall> along) {
        if (reads.incrementAndGet() % PATIENCE == 0) {
            plan = first;
        }
        Reading reading = inSomeWay(at, together(pools), along);
        return new Reading(quoting.complete(at, pools, reading.states()), reading.along());
    }

    private static List<PoolSpec> together(List<PoolSpec> pools) {
        return pools.stream().filter(pool -> !NodeQuoting.isReadApart(pool)).toList();
    }

    private Reading inSomeWay(BlockRef at, List<PoolSpec> pools, List<EthCall> along) {
        while (true) {
            ReadPlan tried = plan;
            try {
                return new PinnedRead(chain, multicall, at).by(tried, pools, along);
            } catch (ChainException e) {
                plan = tried.after(e);
                LOG.info("pools are read {} from now on: {}", plan, e.getMessage());
            }
        }
    }

    /** The calls of one read as they go into one batch; of pools that are read getter by getter there is none among them. */
    public List<EthCall> calls(List<PoolSpec> pools) {
        ReadPlan current = plan;
        return current
                .parts(together(pools).stream()
                        .filter(pool -> !current.byGetters(pool))
                        .toList())
                .stream()
                .flatMap(part -> part.calls().stream())
                .toList();
    }

    /** Number of calls of one read in the best way. */
    public static int calls(List<PoolSpec> pools, ReadLimits limits) {
        return best(limits).parts(together(pools)).stream()
                .mapToInt(part -> part.calls().size())
                .sum();
    }

    /** How many calls there are does not depend on the manager. */
    private static ReadPlan best(ReadLimits limits) {
        return new ReadPlan(ReadPlan.Way.LENS, limits, List.of(new PoolLens(), new V4Lens(Address.ZERO)));
    }

    ReadPlan plan() {
        return plan;
    }
}
