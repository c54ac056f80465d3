package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolEvent.PairSwapped;
import io.ballast.sense.dex.PoolEvent.Swapped;
import io.ballast.sense.dex.PoolEvent.Synced;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.TrackedPool;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what order a recorded change was, by trying: the order must lead from the state before to the state after, word for word.
 * Of several that do, an exact amount in comes before one out, and a stop at a price first of all if that is the price of a tick,
 * where amounts end by chance only. Pure.
 */
final class OrderReading {
    private OrderReading() {}

    /** @param after the pool as it was recorded after the step */
    static RecordedOrder of(TrackedPool before, RecordedStep step, TrackedPool after) {
        Optional<RecordedOrder> found = switch (step.event()) {
            case Synced ignored -> pair(before, step.swap(), after);
            case Swapped e -> swap(before, e, after);
            default -> Optional.of(new RecordedOrder.AsTold(step.event()));
        };
        return found.orElseGet(() -> new RecordedOrder.Unexplained(before.state(), after.state()));
    }

    private static Optional<RecordedOrder> pair(TrackedPool before, Optional<PairSwapped> swap, TrackedPool after) {
        return swap.isEmpty()
                ? Optional.of(new RecordedOrder.Reserves(
                        (ConstantProductPool) before.state(), (ConstantProductPool) after.state()))
                : pairSwap(before, swap.get(), after);
    }

    private static Optional<RecordedOrder> pairSwap(TrackedPool before, PairSwapped e, TrackedPool after) {
        Amounts amounts = new Amounts(e.in0().subtract(e.out0()), e.in1().subtract(e.out1()));
        boolean both = e.in0().signum() > 0 && e.in1().signum() > 0;
        return Stream.concat(
                        both ? Stream.empty() : amounts.exact(before.state()), Stream.of(new RecordedOrder.ByHand(e)))
                .filter(order -> leads(order, before, amounts, after))
                .findFirst();
    }

    private static Optional<RecordedOrder> swap(TrackedPool before, Swapped e, TrackedPool after) {
        Amounts amounts = new Amounts(e.amount0(), e.amount1());
        int direction =
                e.sqrtPriceX96().compareTo(((ConcentratedPool) before.state()).sqrtPriceX96());
        Stream<RecordedOrder> exact = amounts.exact(before.state());
        Stream<RecordedOrder> toPrice = direction == 0
                ? Stream.empty()
                : Stream.of(new RecordedOrder.ToPrice(direction < 0, e.sqrtPriceX96()));
        return (isOfTick(e.sqrtPriceX96()) ? Stream.concat(toPrice, exact) : Stream.concat(exact, toPrice))
                .filter(order -> leads(order, before, amounts, after))
                .findFirst();
    }

    private static boolean isOfTick(BigInteger sqrtPriceX96) {
        return TickMath.sqrtRatioAtTick(TickMath.tickAtSqrtRatio(sqrtPriceX96)).equals(sqrtPriceX96);
    }

    private static boolean leads(RecordedOrder order, TrackedPool before, Amounts amounts, TrackedPool after) {
        try {
            PoolState reached =
                    switch (order) {
                        case RecordedOrder.Swap swap -> {
                            SwapResult result = swap.swap(before.state());
                            yield amounts.are(result) ? result.after() : before.state();
                        }
                        default -> order.on(before).state();
                    };
            return reached.equals(after.state());
        } catch (InsufficientLiquidityException | IllegalArgumentException impossible) {
            return false;
        }
    }

    /** What a pool gained of each token, raw. */
    private record Amounts(BigInteger gain0, BigInteger gain1) {
        Stream<RecordedOrder> exact(PoolState pool) {
            boolean zeroForOne = gain0.signum() > 0 || gain1.signum() < 0;
            Token from = zeroForOne ? pool.token0() : pool.token1();
            Token to = pool.other(from);
            BigInteger in = zeroForOne ? gain0 : gain1;
            BigInteger out = (zeroForOne ? gain1 : gain0).negate();
            Stream<RecordedOrder> exactIn = in.signum() > 0
                    ? Stream.of(new RecordedOrder.ExactIn(new TokenAmount(from, in), to))
                    : Stream.empty();
            Stream<RecordedOrder> exactOut = out.signum() > 0
                    ? Stream.of(new RecordedOrder.ExactOut(from, new TokenAmount(to, out)))
                    : Stream.empty();
            return Stream.concat(exactIn, exactOut);
        }

        boolean are(SwapResult swap) {
            BigInteger in = swap.amountIn().raw();
            BigInteger out = swap.amountOut().raw().negate();
            boolean zeroForOne =
                    swap.amountIn().token().equals(swap.after().token0());
            return gain0.equals(zeroForOne ? in : out) && gain1.equals(zeroForOne ? out : in);
        }
    }
}
