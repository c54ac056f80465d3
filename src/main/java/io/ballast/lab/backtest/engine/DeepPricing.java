package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.FairPrice;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Pools of declared depth. Arbitrageurs trade each back toward the fair price as far as its fee pays for it, and no further: inside
 * of the fee a pool stays where the last trade left it, ours included.
 */
record DeepPricing(Universe universe, List<Fills.Depth> depths) implements Pricing {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    @Override
    public List<PoolState> first(List<Usd> prices) {
        return depths.stream().map(depth -> opened(depth, prices)).toList();
    }

    @Override
    public List<PoolState> follow(List<PoolState> pools, List<Usd> prices) {
        return pools.stream()
                .map(pool -> aligned(pool, fair(pool.spec(), prices)))
                .toList();
    }

    private PoolState opened(Fills.Depth depth, List<Usd> prices) {
        PoolSpec pool = depth.pool();
        BigInteger amount0 = half(depth, pool.token0(), prices);
        BigInteger amount1 = half(depth, pool.token1(), prices);
        if (pool.protocol() == Protocol.CONSTANT_PRODUCT) {
            return new ConstantProductPool(pool, amount0, amount1);
        }
        BigInteger liquidity = amount0.multiply(amount1).sqrt();
        int end = TickMath.MAX_TICK / pool.tickSpacing() * pool.tickSpacing();
        TickTable ticks = TickTable.complete(
                pool.tickSpacing(), new int[] {-end, end}, new BigInteger[] {liquidity, liquidity.negate()});
        return at(
                new ConcentratedPool(pool, TickMath.sqrtRatioAtTick(0), 0, liquidity, ticks),
                fair(pool, prices).sqrtX96());
    }

    /** Raw units of a token that are worth half the pool. */
    private BigInteger half(Fills.Depth depth, Token token, List<Usd> prices) {
        return depth.tvl()
                .value()
                .divide(BigDecimal.TWO)
                .divide(price(token, prices).value(), token.decimals(), RoundingMode.DOWN)
                .movePointRight(token.decimals())
                .toBigInteger();
    }

    private static PoolState aligned(PoolState pool, FairPrice fair) {
        return switch (pool) {
            case ConcentratedPool deep -> aligned(deep, fair);
            case ConstantProductPool pair -> aligned(pair, fair);
            default -> throw new IllegalStateException("no such pool is declared: " + pool);
        };
    }

    /** The price stops exactly at the limit that the arbitrageur gives; a full range has the same liquidity everywhere. */
    private static ConcentratedPool aligned(ConcentratedPool pool, FairPrice fair) {
        BigInteger low = fair.lowest(pool.feePips()).sqrtX96();
        BigInteger high = fair.highest(pool.feePips()).sqrtX96();
        BigInteger now = pool.sqrtPriceX96();
        return low.compareTo(now) <= 0 && now.compareTo(high) <= 0
                ? pool
                : at(pool, now.max(low).min(high));
    }

    private static ConcentratedPool at(ConcentratedPool pool, BigInteger sqrtPriceX96) {
        return new ConcentratedPool(
                pool.spec(),
                sqrtPriceX96,
                TickMath.tickAtSqrtRatio(sqrtPriceX96),
                pool.liquidity(),
                pool.ticks(),
                pool.fees());
    }

    /** Sells what is dear until the next unit pays less than the fee: {@code rᵢ + γΔ = √(γ·k·p)}. */
    private static ConstantProductPool aligned(ConstantProductPool pool, FairPrice fair) {
        BigInteger in0 = excess(pool.reserve0(), pool.reserve1(), fair.denominator(), fair.numerator(), pool.feePips());
        if (in0.signum() > 0) {
            return traded(pool, pool.token0(), in0);
        }
        BigInteger in1 = excess(pool.reserve1(), pool.reserve0(), fair.numerator(), fair.denominator(), pool.feePips());
        return in1.signum() > 0 ? traded(pool, pool.token1(), in1) : pool;
    }

    /**
     * Amount in that pays, zero or less if none does.
     *
     * @param worthOut over {@code worthIn}: fair units of the token in for one unit of the token out
     */
    private static BigInteger excess(
            BigInteger in, BigInteger out, BigInteger worthOut, BigInteger worthIn, int feePips) {
        BigInteger keep = MILLION.subtract(BigInteger.valueOf(feePips));
        BigInteger root = in.multiply(out)
                .multiply(keep)
                .multiply(worthOut)
                .divide(worthIn.multiply(MILLION))
                .sqrt();
        return root.subtract(in).multiply(MILLION).divide(keep);
    }

    private static ConstantProductPool traded(ConstantProductPool pool, Token in, BigInteger amount) {
        var swap = pool.swapExactIn(new io.ballast.base.units.TokenAmount(in, amount));
        return (ConstantProductPool) swap.after();
    }

    private FairPrice fair(PoolSpec pool, List<Usd> prices) {
        return FairPrice.of(pool.token0(), price(pool.token0(), prices), pool.token1(), price(pool.token1(), prices));
    }

    private Usd price(Token token, List<Usd> prices) {
        return prices.get(universe.tokens().indexOf(token));
    }
}
