package io.ballast.sense.market;

import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.web3j.StateReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A way to read pools, and how much of it at once.
 *
 * @param reads that lend code or know the pools of one kind
 */
record ReadPlan(Way way, ReadLimits limits, List<StateReads> reads) {
    /** Kinds that answer by plain getters too. */
    private static final Set<Protocol> WITH_GETTERS = Set.of(Protocol.CONSTANT_PRODUCT, Protocol.CONCENTRATED);

    ReadPlan {
        reads = List.copyOf(reads);
    }

    /** Ways from the best one down. */
    enum Way {
        /** Code lent to a call. */
        LENS,
        /** Getters, many to a call. */
        MULTICALL,
        /** Getters, each a call. */
        SINGLES
    }

    /** Pools that one of the reads takes. */
    record Part(StateReads reads, List<PoolSpec> pools, List<EthCall> calls) {
        static Part of(StateReads reads, List<PoolSpec> pools) {
            return new Part(reads, pools, reads.calls(pools));
        }
    }

    /**
     * Every pool with what reads it.
     *
     * @throws IllegalArgumentException if nothing reads one
     */
    List<Part> parts(List<PoolSpec> pools) {
        List<Part> parts = new ArrayList<>();
        for (StateReads each : reads) {
            List<PoolSpec> taken = pools.stream()
                    .filter(pool -> each.protocols().contains(pool.protocol()))
                    .toList();
            if (!taken.isEmpty()) {
                parts.add(Part.of(each.within(limits.callGas()), taken));
            }
        }
        pools.stream()
                .filter(pool ->
                        reads.stream().noneMatch(each -> each.protocols().contains(pool.protocol())))
                .forEach(pool -> {
                    throw new IllegalArgumentException(
                            "nothing reads pools of " + pool.venue().label());
                });
        return parts;
    }

    boolean byGetters(PoolSpec pool) {
        return way != Way.LENS && WITH_GETTERS.contains(pool.protocol());
    }

    /**
     * What to try after a failure.
     *
     * @throws ChainException the failure itself if nothing else can help
     */
    ReadPlan after(ChainException failure) {
        return switch (Refusal.of(failure)) {
            case TOO_MUCH -> smaller(failure);
            case NOT_THIS_WAY -> next(failure);
            case FAILED -> {
                // A call inside Multicall3 that runs out of gas looks like one that reverts.
                if (way == Way.MULTICALL && failure.kind() == ChainException.Kind.REVERTED) {
                    yield next(failure);
                }
                throw failure;
            }
        };
    }

    private ReadPlan smaller(ChainException failure) {
        if (way == Way.SINGLES) {
            if (limits.singles() == 1) {
                throw failure;
            }
            return new ReadPlan(way, limits.withSingles(limits.singles() / 2), reads);
        }
        long half = limits.callGas() / 2;
        return half < ReadLimits.LEAST_GAS ? next(failure) : new ReadPlan(way, limits.withCallGas(half), reads);
    }

    private ReadPlan next(ChainException failure) {
        return switch (way) {
            case LENS -> new ReadPlan(Way.MULTICALL, limits, reads);
            case MULTICALL -> new ReadPlan(Way.SINGLES, limits, reads);
            case SINGLES ->
                throw new ChainException(
                        failure.kind(), "the node refuses every way to read pools: " + failure.getMessage(), failure);
        };
    }

    /** For people. */
    @Override
    public String toString() {
        return switch (way) {
            case LENS -> "by code lent to calls of at most " + limits.callGas() + " gas";
            case MULTICALL -> "through Multicall3 in calls of at most " + limits.callGas() + " gas";
            case SINGLES -> "getter by getter, " + limits.singles() + " in a batch";
        };
    }
}
