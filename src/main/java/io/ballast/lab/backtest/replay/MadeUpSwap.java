package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolEvent.PairSwapped;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TickMath;
import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A swap that never was, as its pool would have told it: by the pool's own arithmetic, to a price some per cent away.
 *
 * @param event that holds the pool's state after it
 * @param amounts of a pair
 */
record MadeUpSwap(PoolEvent event, Optional<PairSwapped> amounts) {
    private static final double PERCENT = 2;
    /** Of a price. */
    private static final int TICKS_PER_PERCENT = 100;
    /** So much of a reserve moves the price by about two per cent. */
    private static final long PERCENT_OF_PRICE = 200;

    /** Empty where the pool cannot move that far, so that it stays. */
    static Optional<MadeUpSwap> of(PoolState pool, RandomGenerator random) {
        double percent = PERCENT * random.nextGaussian();
        try {
            return switch (pool) {
                case ConcentratedPool ranges -> Optional.of(in(ranges, percent));
                case ConstantProductPool pair -> Optional.of(in(pair, percent));
                default -> Optional.empty();
            };
        } catch (InsufficientLiquidityException | IllegalArgumentException outOfReach) {
            return Optional.empty();
        }
    }

    private static MadeUpSwap in(ConcentratedPool pool, double percent) {
        long ticks = Math.round(percent * TICKS_PER_PERCENT);
        boolean zeroForOne = ticks <= 0;
        int target = Math.toIntExact(pool.tick() + (zeroForOne ? ticks - 1 : ticks + 1));
        SwapResult swap = pool.swapToPrice(zeroForOne, TickMath.sqrtRatioAtTick(target));
        ConcentratedPool after = (ConcentratedPool) swap.after();
        BigInteger in = swap.amountIn().raw();
        BigInteger out = swap.amountOut().raw().negate();
        return new MadeUpSwap(
                new PoolEvent.Swapped(
                        pool.id(),
                        zeroForOne ? in : out,
                        zeroForOne ? out : in,
                        after.sqrtPriceX96(),
                        after.tick(),
                        after.liquidity()),
                Optional.empty());
    }

    private static MadeUpSwap in(ConstantProductPool pool, double percent) {
        boolean zeroForOne = percent <= 0;
        Token from = zeroForOne ? pool.token0() : pool.token1();
        BigInteger reserve = zeroForOne ? pool.reserve0() : pool.reserve1();
        BigInteger in = reserve.multiply(BigInteger.valueOf(1 + Math.round(Math.abs(percent) * 1_000)))
                .divide(BigInteger.valueOf(1_000 * PERCENT_OF_PRICE))
                .add(BigInteger.ONE);
        SwapResult swap = pool.swapExactIn(new TokenAmount(from, in));
        ConstantProductPool after = (ConstantProductPool) swap.after();
        BigInteger out = swap.amountOut().raw();
        BigInteger none = BigInteger.ZERO;
        return new MadeUpSwap(
                new PoolEvent.Synced(pool.id(), after.reserve0(), after.reserve1()),
                Optional.of(new PairSwapped(
                        pool.id(),
                        zeroForOne ? in : none,
                        zeroForOne ? none : in,
                        zeroForOne ? none : out,
                        zeroForOne ? out : none)));
    }
}
