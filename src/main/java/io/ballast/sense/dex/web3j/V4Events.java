package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@link PoolEvent}s out of the logs of Uniswap V4's PoolManager, which emits for all its pools. Logs of any other
 * contract are something else, whatever they look like. Immutable.
 *
 * @param manager the PoolManager
 */
public record V4Events(Address manager) {
    private static final int ONE_DIRECTION = 0xfff;

    /** First topics of all events that are read. */
    public static List<Hash32> topics() {
        return Stream.of(Event.V4_SWAP, Event.V4_MODIFY_LIQUIDITY, Event.V4_INITIALIZE, Event.V4_PROTOCOL_FEE)
                .map(Event::topic)
                .toList();
    }

    /** Whether a pool can be followed by its events: a dynamic fee changes without one. */
    public static boolean follow(PoolSpec pool) {
        return pool.protocol() == Protocol.CONCENTRATED_SINGLETON && pool.feePips() != PoolKey.DYNAMIC_FEE;
    }

    /**
     * Empty if the log is something else.
     *
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED for a value that does not fit its type
     */
    public Optional<PoolEvent> of(LogEntry log) {
        if (!log.address().equals(manager)) {
            return Optional.empty();
        }
        if (Event.V4_SWAP.matches(log)) {
            return Optional.of(swapped(pool(log), Event.V4_SWAP.data(log)));
        }
        if (Event.V4_MODIFY_LIQUIDITY.matches(log)) {
            return Optional.of(moved(pool(log), Event.V4_MODIFY_LIQUIDITY.data(log)));
        }
        if (Event.V4_INITIALIZE.matches(log)) {
            Words data = Event.V4_INITIALIZE.data(log);
            return Optional.of(new PoolEvent.Initialized(
                    pool(log), data.uint(96, 160), data.sint(128, 24).intValueExact()));
        }
        if (Event.V4_PROTOCOL_FEE.matches(log)) {
            int both = Event.V4_PROTOCOL_FEE.data(log).uint(0, 24).intValueExact();
            return Optional.of(new PoolEvent.ProtocolFeeSet(pool(log), both & ONE_DIRECTION, both >>> 12));
        }
        return Optional.empty();
    }

    private static PoolId pool(LogEntry log) {
        return new PoolId(log.topics().get(1).hex());
    }

    /** V4 tells amounts as the trader sees them: negative is what the pool gained. */
    private static PoolEvent swapped(PoolId pool, Words data) {
        return new PoolEvent.Swapped(
                pool,
                data.sint(0, 128).negate(),
                data.sint(32, 128).negate(),
                data.uint(64, 160),
                data.sint(128, 24).intValueExact(),
                data.uint(96, 128));
    }

    private static PoolEvent moved(PoolId pool, Words data) {
        return new PoolEvent.LiquidityMoved(
                pool, data.sint(0, 24).intValueExact(), data.sint(32, 24).intValueExact(), data.sint(64, 128));
    }
}
