package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@link PoolEvent}s out of logs, and says which logs to ask for. Immutable.
 *
 * @param singletons the one contract of all Uniswap V4 pools; without it they are not followed
 */
public record PoolEvents(Optional<V4Events> singletons) {
    /** Of pools that are contracts of their own. */
    public static final PoolEvents OWN_CONTRACTS = new PoolEvents(Optional.empty());

    private static final List<Hash32> TOPICS = Stream.of(
                    Event.V2_SYNC,
                    Event.V2_SWAP,
                    Event.V3_INITIALIZE,
                    Event.V3_SWAP,
                    Event.PANCAKE_V3_SWAP,
                    Event.V3_MINT,
                    Event.V3_BURN)
            .map(Event::topic)
            .toList();

    /** First topics of all events that are read. */
    public List<Hash32> topics() {
        return Stream.concat(TOPICS.stream(), singletons.isPresent() ? V4Events.topics().stream() : Stream.empty())
                .toList();
    }

    /** Whether a pool can be followed by its events; the others are read at every block they are needed at. */
    public boolean follow(PoolSpec pool) {
        return pool.protocol() == Protocol.CONSTANT_PRODUCT
                || pool.protocol() == Protocol.CONCENTRATED
                || (singletons.isPresent() && V4Events.follow(pool));
    }

    /** Contracts whose logs tell of the pools, each once. */
    public List<Address> emitters(List<PoolSpec> pools) {
        return pools.stream().map(this::emitter).distinct().toList();
    }

    private Address emitter(PoolSpec pool) {
        return pool.protocol() == Protocol.CONCENTRATED_SINGLETON
                ? singletons.orElseThrow().manager()
                : pool.id().address();
    }

    /**
     * Empty if the log is something else.
     *
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED for a value that does not fit its type
     */
    public Optional<PoolEvent> of(LogEntry log) {
        return singletons.flatMap(manager -> manager.of(log)).or(() -> ownContracts(log));
    }

    private static Optional<PoolEvent> ownContracts(LogEntry log) {
        return Stream.of(Event.values())
                .filter(event -> event.matches(log))
                .findFirst()
                .flatMap(event -> of(event, log));
    }

    private static Optional<PoolEvent> of(Event event, LogEntry log) {
        PoolId pool = PoolId.of(log.address());
        Words data = event.data(log);
        return switch (event) {
            case V2_SYNC -> Optional.of(new PoolEvent.Synced(pool, data.uint(0, 112), data.uint(32, 112)));
            case V2_SWAP -> Optional.of(pairSwapped(pool, data));
            case V3_INITIALIZE ->
                Optional.of(new PoolEvent.Initialized(
                        pool, data.uint(0, 160), data.sint(32, 24).intValueExact()));
            case V3_SWAP, PANCAKE_V3_SWAP -> Optional.of(swapped(pool, data));
            case V3_MINT -> Optional.of(moved(pool, log, data.uint(32, 128)));
            case V3_BURN -> Optional.of(moved(pool, log, data.uint(0, 128).negate()));
            default -> Optional.empty();
        };
    }

    private static PoolEvent pairSwapped(PoolId pool, Words data) {
        return new PoolEvent.PairSwapped(
                pool, data.uint(0, 256), data.uint(32, 256), data.uint(64, 256), data.uint(96, 256));
    }

    private static PoolEvent swapped(PoolId pool, Words data) {
        return new PoolEvent.Swapped(
                pool,
                data.signed(0, 32),
                data.signed(32, 32),
                data.uint(64, 160),
                data.sint(128, 24).intValueExact(),
                data.uint(96, 128));
    }

    private static PoolEvent moved(PoolId pool, LogEntry log, BigInteger delta) {
        return new PoolEvent.LiquidityMoved(pool, Event.tick(log, 2), Event.tick(log, 3), delta);
    }
}
