package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TrackedPool;
import java.math.BigInteger;

/**
 * A recorded change of a pool as the order that it was. Put to the state that it was recorded on, it leads to the recorded state
 * after it, word for word; put to another state, it does there what the contract would have done. Immutable.
 */
sealed interface RecordedOrder {
    OrderKind kind();

    /**
     * The pool after the order.
     *
     * @throws InsufficientLiquidityException if it could not happen on this state
     * @throws IllegalArgumentException likewise
     */
    TrackedPool on(TrackedPool pool);

    /** One token for the other, by the pool's own arithmetic. */
    sealed interface Swap extends RecordedOrder {
        SwapResult swap(PoolState pool);

        @Override
        default TrackedPool on(TrackedPool pool) {
            return with(pool, swap(pool.state()).after());
        }
    }

    /** A swap of an exact amount in. */
    record ExactIn(TokenAmount in, Token out) implements Swap {
        @Override
        public OrderKind kind() {
            return OrderKind.EXACT_IN;
        }

        @Override
        public SwapResult swap(PoolState pool) {
            return pool.swapExactIn(in, out);
        }
    }

    /** A swap for an exact amount out. */
    record ExactOut(Token in, TokenAmount out) implements Swap {
        @Override
        public OrderKind kind() {
            return OrderKind.EXACT_OUT;
        }

        @Override
        public SwapResult swap(PoolState pool) {
            return pool.swapExactOut(in, out);
        }
    }

    /** A swap that its price limit ended; its amount is taken to have been more than enough, as an arbitrageur's is. */
    record ToPrice(boolean zeroForOne, BigInteger sqrtPriceX96) implements Swap {
        @Override
        public OrderKind kind() {
            return OrderKind.TO_PRICE;
        }

        @Override
        public SwapResult swap(PoolState pool) {
            return ((ConcentratedPool) pool).swapToPrice(zeroForOne, sqrtPriceX96);
        }
    }

    /** A swap through a pair with both sides given: more was paid than the formula asks, or both tokens flowed. */
    record ByHand(PoolEvent.PairSwapped amounts) implements RecordedOrder {
        private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

        @Override
        public OrderKind kind() {
            return OrderKind.BY_HAND;
        }

        /** The contract's own check: the product of the reserves, less the fee on what came in, must not fall. */
        @Override
        public TrackedPool on(TrackedPool pool) {
            ConstantProductPool pair = (ConstantProductPool) pool.state();
            BigInteger after0 = pair.reserve0().add(amounts.in0()).subtract(amounts.out0());
            BigInteger after1 = pair.reserve1().add(amounts.in1()).subtract(amounts.out1());
            BigInteger least = pair.reserve0().multiply(pair.reserve1()).multiply(MILLION.pow(2));
            if (paid(pair, after0, amounts.in0())
                            .multiply(paid(pair, after1, amounts.in1()))
                            .compareTo(least)
                    < 0) {
                throw new InsufficientLiquidityException("pair " + pair.id() + " asks for more than was paid");
            }
            return with(pool, new ConstantProductPool(pair.spec(), after0, after1));
        }

        private static BigInteger paid(ConstantProductPool pair, BigInteger balance, BigInteger in) {
            return balance.multiply(MILLION).subtract(in.multiply(BigInteger.valueOf(pair.feePips())));
        }
    }

    /** Reserves put in or taken out without a swap: what came in is the same again, what went out the same share, rounded down. */
    record Reserves(ConstantProductPool before, ConstantProductPool after) implements RecordedOrder {
        @Override
        public OrderKind kind() {
            return OrderKind.RESERVES;
        }

        @Override
        public TrackedPool on(TrackedPool pool) {
            ConstantProductPool pair = (ConstantProductPool) pool.state();
            return with(
                    pool,
                    new ConstantProductPool(
                            pair.spec(),
                            moved(pair.reserve0(), before.reserve0(), after.reserve0()),
                            moved(pair.reserve1(), before.reserve1(), after.reserve1())));
        }

        private static BigInteger moved(BigInteger now, BigInteger before, BigInteger after) {
            BigInteger change = after.subtract(before);
            return change.signum() >= 0
                    ? now.add(change)
                    : now.subtract(change.negate().multiply(now).divide(before));
        }
    }

    /** A change that does not ask for the price: liquidity by its amount, a fee. */
    record AsTold(PoolEvent event) implements RecordedOrder {
        @Override
        public OrderKind kind() {
            return OrderKind.AS_TOLD;
        }

        @Override
        public TrackedPool on(TrackedPool pool) {
            return pool.after(event);
        }
    }

    /** A swap that no order explains: it is known where it led from its own state, and from no other. */
    record Unexplained(PoolState before, PoolState after) implements RecordedOrder {
        @Override
        public OrderKind kind() {
            return OrderKind.UNEXPLAINED;
        }

        @Override
        public TrackedPool on(TrackedPool pool) {
            if (!pool.state().equals(before)) {
                throw new InsufficientLiquidityException("no order explains the recorded swap, so it is known from its"
                        + " own state alone");
            }
            return with(pool, after);
        }
    }

    private static TrackedPool with(TrackedPool pool, PoolState state) {
        return new TrackedPool(state, pool.gross(), pool.sure());
    }
}
