package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.UInt256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Uniswap V3 pool. Swaps are exact while the price stays in the window of known ticks and are refused beyond it. Immutable;
 * it remembers what swaps of this state have in common.
 */
public final class ConcentratedPool implements PoolState {
    /** The contract takes an int256. */
    private static final UInt256 INT256 = UInt256.ONE.shiftLeft(255);

    private final PoolSpec spec;
    private final UInt256 root;
    private final int tick;
    private final UInt256 depth;
    private final TickTable ticks;
    private final SwapFees fees;
    private volatile @Nullable BigInteger sqrtPriceX96;
    private volatile @Nullable BigInteger liquidity;
    private volatile @Nullable SwapPath down;
    private volatile @Nullable SwapPath up;

    /**
     * @param sqrtPriceX96 {@code √(token1/token0)} in raw units, Q64.96
     * @param tick greatest tick at or below the price, or one less when a falling price has just crossed it
     * @param liquidity in range, below 2^128
     * @param ticks with the spacing of {@code spec}
     * @param fees what a swap is charged; the fee of {@code spec} unless a protocol takes its share on top
     */
    public ConcentratedPool(
            PoolSpec spec, BigInteger sqrtPriceX96, int tick, BigInteger liquidity, TickTable ticks, SwapFees fees) {
        if (spec.tickSpacing() != ticks.spacing()) {
            throw new IllegalArgumentException("pool " + spec.id() + " needs ticks of its spacing " + spec.tickSpacing()
                    + ", had " + ticks.spacing());
        }
        if (sqrtPriceX96.compareTo(TickMath.MIN_SQRT_RATIO) < 0
                || sqrtPriceX96.compareTo(TickMath.MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("price of pool " + spec.id() + " out of range: " + sqrtPriceX96);
        }
        if (liquidity.signum() < 0 || liquidity.bitLength() > 128) {
            throw new IllegalArgumentException("liquidity of pool " + spec.id() + " is no uint128: " + liquidity);
        }
        this.spec = spec;
        this.root = UInt256.of(sqrtPriceX96);
        this.tick = tick;
        this.depth = UInt256.of(liquidity);
        this.ticks = ticks;
        this.fees = fees;
    }

    /** The pool after a swap. */
    private ConcentratedPool(ConcentratedPool before, ConcentratedFill swap) {
        this.spec = before.spec;
        this.root = swap.sqrtPriceX96();
        this.tick = swap.tick();
        this.depth = swap.liquidity();
        this.ticks = before.ticks;
        this.fees = before.fees;
    }

    /** A pool that charges the fee of its specification. */
    public ConcentratedPool(PoolSpec spec, BigInteger sqrtPriceX96, int tick, BigInteger liquidity, TickTable ticks) {
        this(spec, sqrtPriceX96, tick, liquidity, ticks, SwapFees.of(spec.feePips()));
    }

    /**
     * This pool if its parts agree: price in its tick, and with all ticks known, liquidity the sum of what lies below.
     *
     * @throws IllegalArgumentException if they do not, which no pool on a chain can show
     */
    public ConcentratedPool verified() {
        int expected = TickMath.tickAtSqrtRatio(sqrtPriceX96());
        boolean justCrossed =
                tick == expected - 1 && TickMath.sqrtRatioAtTick(expected).equals(sqrtPriceX96());
        if (tick != expected && !justCrossed) {
            throw new IllegalArgumentException(
                    "pool " + id() + " has tick " + tick + " but its price is in tick " + expected);
        }
        if (ticks.isComplete()) {
            requireSum(liquidity(), ticks.liquidityAt(tick));
            requireSum(BigInteger.ZERO, ticks.liquidityAt(TickMath.MAX_TICK));
        }
        return this;
    }

    @Override
    public PoolSpec spec() {
        return spec;
    }

    /** Q64.96. */
    public BigInteger sqrtPriceX96() {
        BigInteger known = sqrtPriceX96;
        if (known == null) {
            known = root.toBigInteger();
            sqrtPriceX96 = known;
        }
        return known;
    }

    /** {@link #sqrtPriceX96} for chains of exact arithmetic. */
    UInt256 root() {
        return root;
    }

    public int tick() {
        return tick;
    }

    /** In range. */
    public BigInteger liquidity() {
        BigInteger known = liquidity;
        if (known == null) {
            known = depth.toBigInteger();
            liquidity = known;
        }
        return known;
    }

    /** {@link #liquidity} for chains of exact arithmetic. */
    UInt256 depth() {
        return depth;
    }

    public TickTable ticks() {
        return ticks;
    }

    /** What a swap is charged. */
    public SwapFees fees() {
        return fees;
    }

    private void requireSum(BigInteger told, BigInteger summed) {
        if (!told.equals(summed)) {
            throw new IllegalArgumentException(
                    "liquidity of pool " + id() + " is " + told + " but its ticks sum to " + summed);
        }
    }

    @Override
    public SwapResult swapExactIn(TokenAmount amountIn, Token out) {
        requireTokens(amountIn.token(), out);
        ConcentratedFill fill = fillExactIn(amountIn.token().equals(token0()), UInt256.of(amountIn.raw()));
        return result(fill, amountIn, out);
    }

    @Override
    public SwapResult swapExactOut(Token in, TokenAmount amountOut) {
        requireTokens(in, amountOut.token());
        ConcentratedFill fill = fillExactOut(in.equals(token0()), UInt256.of(amountOut.raw()));
        return result(fill, amount(in, fill.amountIn()), amountOut.token());
    }

    /**
     * {@link #swapExactIn} without tokens and states around it: the fastest way to many quotes of one state.
     *
     * @param zeroForOne with token0 in
     * @param amountIn in (0, 2^255)
     * @throws InsufficientLiquidityException if the pool cannot take the whole amount or would give nothing
     */
    public ConcentratedFill fillExactIn(boolean zeroForOne, UInt256 amountIn) {
        ConcentratedFill fill = path(zeroForOne).swap(requireSwappable(amountIn), true);
        if (fill.amountOut().isZero()) {
            throw new InsufficientLiquidityException("pool " + id() + " gives nothing for " + amountIn + " raw");
        }
        return fill;
    }

    /**
     * {@link #swapExactOut} without tokens and states around it.
     *
     * @param zeroForOne with token1 out
     * @param amountOut in (0, 2^255)
     * @throws InsufficientLiquidityException if the pool cannot give the whole amount
     */
    public ConcentratedFill fillExactOut(boolean zeroForOne, UInt256 amountOut) {
        return path(zeroForOne).swap(requireSwappable(amountOut), false);
    }

    /**
     * The largest swap there is: all the way to the end of the range of prices. The contract stops there too and leaves the rest
     * of a larger amount with the trader.
     *
     * @param zeroForOne with token0 in
     * @throws InsufficientLiquidityException if not all ticks on the way are known, or the price is there already
     */
    public ConcentratedFill exhaust(boolean zeroForOne) {
        return path(zeroForOne).exhaust();
    }

    /**
     * A swap that stops at a price, however much it takes to get there: what an order under a price limit does that it reaches.
     *
     * @param zeroForOne with token0 in, the price falling
     * @param sqrtPriceX96 in the direction of the swap, within the range of prices
     * @throws InsufficientLiquidityException if the price is there or beyond already, or not all ticks on the way are known
     */
    public SwapResult swapToPrice(boolean zeroForOne, BigInteger sqrtPriceX96) {
        if (sqrtPriceX96.compareTo(TickMath.MIN_SQRT_RATIO) <= 0
                || sqrtPriceX96.compareTo(TickMath.MAX_SQRT_RATIO) >= 0) {
            throw new IllegalArgumentException("no price that a swap may stop at: " + sqrtPriceX96);
        }
        ConcentratedFill fill = PriceTarget.fill(this, zeroForOne, UInt256.of(sqrtPriceX96));
        Token in = zeroForOne ? token0() : token1();
        return result(fill, amount(in, fill.amountIn()), other(in));
    }

    private SwapPath path(boolean zeroForOne) {
        SwapPath known = zeroForOne ? down : up;
        return known != null ? known : newPath(zeroForOne);
    }

    private SwapPath newPath(boolean zeroForOne) {
        SwapPath path = SwapPath.of(this, zeroForOne);
        if (zeroForOne) {
            down = path;
        } else {
            up = path;
        }
        return path;
    }

    private SwapResult result(ConcentratedFill fill, TokenAmount in, Token out) {
        return new SwapResult(
                in,
                amount(out, fill.amountOut()),
                amount(in.token(), fill.fee()),
                new ConcentratedPool(this, fill),
                fill.ticksCrossed());
    }

    private static TokenAmount amount(Token token, UInt256 raw) {
        return new TokenAmount(token, raw.toBigInteger());
    }

    private UInt256 requireSwappable(UInt256 amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("an amount to swap must be greater than zero");
        }
        if (amount.compareTo(INT256) >= 0) {
            throw new InsufficientLiquidityException("pool " + id() + " takes less than 2^255 raw");
        }
        return amount;
    }

    @Override
    public BigDecimal midPrice(Token base) {
        return MidPrice.ofSqrtPrice(spec, sqrtPriceX96(), base);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ConcentratedPool that
                        && spec.equals(that.spec)
                        && root.equals(that.root)
                        && tick == that.tick
                        && depth.equals(that.depth)
                        && ticks.equals(that.ticks)
                        && fees.equals(that.fees));
    }

    @Override
    public int hashCode() {
        return Objects.hash(spec, root, tick, depth);
    }

    @Override
    public String toString() {
        return "ConcentratedPool[" + spec.id() + ", sqrtPriceX96=" + root + ", tick=" + tick + ", liquidity=" + depth
                + ", " + fees + ", " + ticks + "]";
    }
}
