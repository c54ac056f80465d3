package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@link PoolEvent}s out of logs, and says which logs to ask for. */
public final class PoolEvents {
    private static final Map<Hash32, Event> BY_TOPIC = Stream.of(
                    Event.V2_SYNC,
                    Event.V2_SWAP,
                    Event.V3_INITIALIZE,
                    Event.V3_SWAP,
                    Event.PANCAKE_V3_SWAP,
                    Event.V3_MINT,
                    Event.V3_BURN)
            .collect(Collectors.toUnmodifiableMap(Event::topic, Function.identity()));

    private PoolEvents() {}

    /** First topics of all events that are read. */
    public static List<Hash32> topics() {
        return BY_TOPIC.keySet().stream()
                .sorted(Comparator.comparing(Hash32::hex))
                .toList();
    }

    /** Whether pools of a kind can be followed by their events; the others are read at every block they are needed at. */
    public static boolean follow(Protocol protocol) {
        return protocol == Protocol.CONSTANT_PRODUCT || protocol == Protocol.CONCENTRATED;
    }

    /** Contracts whose logs tell of the pools, each once. */
    public static List<Address> emitters(List<PoolSpec> pools) {
        return pools.stream().map(pool -> pool.id().address()).distinct().toList();
    }

    /**
     * Empty if the log is something else.
     *
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED for a value that does not fit its type
     */
    public static Optional<PoolEvent> of(LogEntry log) {
        return log.topics().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(BY_TOPIC.get(log.topics().get(0)))
                        .filter(event -> event.matches(log))
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
