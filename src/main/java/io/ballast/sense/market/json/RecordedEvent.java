package io.ballast.sense.market.json;

import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.PoolEvent;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event of a pool, as it was emitted; which amounts it needs depends on its type.
 *
 * @param amount0 what the pool gained of token0, negative if it paid out; of a sync its reserve
 * @param amount1 the same of token1
 */
public record RecordedEvent(
        String pool,
        long block,
        Type type,
        @Nullable BigInteger amount0,
        @Nullable BigInteger amount1,
        @Nullable BigInteger sqrtPriceX96,
        int tick,
        @Nullable BigInteger liquidity,
        int lower,
        int upper) {
    /** Kinds of events. */
    public enum Type {
        /** Through concentrated liquidity: amounts, price, tick and liquidity after it. */
        SWAP,
        /** Liquidity that came to a range, or left it if negative. */
        LIQUIDITY,
        /** Reserves of a pair from here on. */
        SYNC,
        /** Through a pair: amounts; behind its sync. */
        PAIR_SWAP
    }

    PoolEvent event() {
        PoolId id = new PoolId(pool.toLowerCase(Locale.ROOT));
        return switch (type) {
            case SWAP ->
                new PoolEvent.Swapped(id, given(amount0), given(amount1), given(sqrtPriceX96), tick, given(liquidity));
            case LIQUIDITY -> new PoolEvent.LiquidityMoved(id, lower, upper, given(liquidity));
            case SYNC -> new PoolEvent.Synced(id, given(amount0), given(amount1));
            case PAIR_SWAP ->
                new PoolEvent.PairSwapped(id, gained(amount0), gained(amount1), paid(amount0), paid(amount1));
        };
    }

    private BigInteger given(@Nullable BigInteger value) {
        if (value == null) {
            throw new IllegalArgumentException("an event of type " + type + " lacks an amount");
        }
        return value;
    }

    private BigInteger gained(@Nullable BigInteger amount) {
        return given(amount).max(BigInteger.ZERO);
    }

    private BigInteger paid(@Nullable BigInteger amount) {
        return given(amount).negate().max(BigInteger.ZERO);
    }
}
