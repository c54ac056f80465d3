package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import java.math.BigInteger;

/**
 * What one event on the chain says about one pool. These are all that a quote depends on: at V3 a change of the protocol's share
 * only divides a fee that the trader pays anyway, a flash loan pays into fees that wait beside the liquidity, and collecting
 * takes them out; none of the three moves price, ticks or liquidity.
 */
public sealed interface PoolEvent {
    PoolId pool();

    /** V2 Sync: the reserves from here on, raw. A pair emits it before the swap or the change of liquidity that it belongs to. */
    record Synced(PoolId pool, BigInteger reserve0, BigInteger reserve1) implements PoolEvent {}

    /** V2 Swap: what came in and went out of each token, raw. The reserves are in the Sync before it. */
    record PairSwapped(PoolId pool, BigInteger in0, BigInteger in1, BigInteger out0, BigInteger out1)
            implements PoolEvent {}

    /** The first price of a pool with concentrated liquidity; it has no liquidity yet. */
    record Initialized(PoolId pool, BigInteger sqrtPriceX96, int tick) implements PoolEvent {}

    /**
     * A swap through concentrated liquidity.
     *
     * @param amount0 raw; what the pool gained of token0, negative if it paid out
     * @param amount1 raw; what the pool gained of token1, negative if it paid out
     * @param sqrtPriceX96 after the swap
     * @param tick after the swap
     * @param liquidity in range after the swap
     */
    record Swapped(
            PoolId pool,
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceX96,
            int tick,
            BigInteger liquidity)
            implements PoolEvent {}

    /**
     * Liquidity added to a range of ticks, or taken out.
     *
     * @param delta negative when taken out; zero when a position only collects what it earned
     */
    record LiquidityMoved(PoolId pool, int lower, int upper, BigInteger delta) implements PoolEvent {}

    /**
     * Uniswap V4: what the protocol takes from here on, which a trader pays on top of the pool's fee.
     *
     * @param zeroForOne for token0 in, in millionths, at most 1000
     * @param oneForZero for token1 in, in millionths, at most 1000
     */
    record ProtocolFeeSet(PoolId pool, int zeroForOne, int oneForZero) implements PoolEvent {}
}
