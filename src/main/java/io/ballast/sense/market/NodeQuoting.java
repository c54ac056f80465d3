package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.web3j.NodeQuotedReads;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Puts pools that the node quotes among those that are read. Thread-safe. */
record NodeQuoting(NodeQuotedReads reads) {
    /** Whether a pool is read apart from the others, by its own getters: forks of Uniswap V3 are no more alike than that. */
    static boolean isReadApart(PoolSpec pool) {
        return pool.arithmetic() == Arithmetic.NODE && pool.protocol() == Protocol.CONCENTRATED;
    }

    /**
     * States in the order of the pools.
     *
     * @param read of the pools that are not read apart, in their order; those of the node's among them are marked here
     */
    List<PoolState> complete(BlockRef at, List<PoolSpec> pools, List<PoolState> read) {
        if (pools.stream().allMatch(pool -> pool.arithmetic() == Arithmetic.LOCAL)) {
            return read;
        }
        List<PoolSpec> apart = pools.stream().filter(NodeQuoting::isReadApart).toList();
        reads.requireSameManager(
                at.hash(),
                pools.stream()
                        .filter(pool -> pool.arithmetic() == Arithmetic.NODE && !isReadApart(pool))
                        .toList());
        Iterator<PoolState> theirs = reads.states(at.hash(), apart).iterator();
        Iterator<PoolState> others = read.iterator();
        List<PoolState> all = new ArrayList<>();
        for (PoolSpec pool : pools) {
            all.add(isReadApart(pool) ? theirs.next() : marked(at, others.next()));
        }
        return all;
    }

    private PoolState marked(BlockRef at, PoolState read) {
        return read instanceof ConcentratedPool pool && pool.spec().arithmetic() == Arithmetic.NODE
                ? NodeQuotedPool.of(pool, reads.quotes(at.hash()))
                : read;
    }
}
