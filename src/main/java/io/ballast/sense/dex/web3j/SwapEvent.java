package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.LogEntry;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A swap in a V2 pair or V3 pool.
 *
 * @param sender who called the pool, usually a router
 * @param amount0 raw; what the pool gained of token0, negative if it paid out
 * @param amount1 raw; what the pool gained of token1, negative if it paid out
 */
public record SwapEvent(PoolId pool, Address sender, Address recipient, BigInteger amount0, BigInteger amount1) {
    /** Empty if the log is something else. */
    public static Optional<SwapEvent> of(LogEntry log) {
        if (Event.V2_SWAP.matches(log)) {
            Words data = Event.V2_SWAP.data(log);
            return Optional.of(of(log, gained(data, 0), gained(data, 32)));
        }
        if (Event.V3_SWAP.matches(log)) {
            Words data = Event.V3_SWAP.data(log);
            return Optional.of(of(log, data.signed(0, 32), data.signed(32, 32)));
        }
        return Optional.empty();
    }

    /** V2 logs both flows of a token: in at {@code at}, out two words on. */
    private static BigInteger gained(Words data, int at) {
        return data.uint(at, 256).subtract(data.uint(at + 64, 256));
    }

    private static SwapEvent of(LogEntry log, BigInteger amount0, BigInteger amount1) {
        return new SwapEvent(PoolId.of(log.address()), Event.address(log, 1), Event.address(log, 2), amount0, amount1);
    }
}
