package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.web3j.StateReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to read pools, and how much of it at once.
 *
 * @param reads that lend code or know the pools of one kind
 * @param tickLens Uniswap's, where the network has one
 */
record ReadPlan(Way way, ReadLimits limits, List<StateReads> reads, Optional<Address> tickLens) {
    /** Kinds that answer by plain getters too. */
    private static final Set<Protocol> WITH_GETTERS = Set.of(Protocol.CONSTANT_PRODUCT, Protocol.CONCENTRATED);

    ReadPlan {
        reads = List.copyOf(reads);
    }

    ReadPlan(Way way, ReadLimits limits, List<StateReads> reads) {
        this(way, limits, reads, Optional.empty());
    }

    /** Ways from the best one down. */
    enum Way {
        /** Code lent to a call. */
        LENS,
        /** Getters, many to a call. */
        MULTICALL,
        /** Getters, each a call, but all ticks of a word of the bitmap in one. */
        TICK_LENS,
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
                if ((way == Way.MULTICALL || way == Way.TICK_LENS) && failure.kind() == ChainException.Kind.REVERTED) {
                    yield next(failure);
                }
                throw failure;
            }
        };
    }

    private ReadPlan smaller(ChainException failure) {
        if (way == Way.SINGLES || way == Way.TICK_LENS) {
            return limits.singles() > 1 ? with(way, limits.withSingles(limits.singles() / 2)) : last(failure);
        }
        long half = limits.callGas() / 2;
        return half < ReadLimits.LEAST_GAS ? next(failure) : with(way, limits.withCallGas(half));
    }

    private ReadPlan last(ChainException failure) {
        if (way == Way.SINGLES) {
            throw failure;
        }
        return next(failure);
    }

    private ReadPlan with(Way other, ReadLimits within) {
        return new ReadPlan(other, within, reads, tickLens);
    }

    private ReadPlan next(ChainException failure) {
        return switch (way) {
            case LENS -> with(Way.MULTICALL, limits);
            case MULTICALL -> with(tickLens.isPresent() ? Way.TICK_LENS : Way.SINGLES, limits);
            case TICK_LENS -> with(Way.SINGLES, limits);
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
            case TICK_LENS -> "by the TickLens, " + limits.singles() + " calls in a batch";
            case SINGLES -> "getter by getter, " + limits.singles() + " in a batch";
        };
    }
}
