package io.ballast.sense.market;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TrackedPool;
import io.ballast.sense.market.SwapCheck.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Plays the events of some pools and quotes every swap on the state just before it. Exact amounts in and out are told apart
 * by trying both. Used by one thread.
 */
public final class SwapReplay {
    private final Map<PoolId, TrackedPool> pools = new TreeMap<>();
    /** A pair's state before its last Sync: that is what the swap behind it saw. */
    private final Map<PoolId, PoolState> beforeSync = new HashMap<>();

    private final TreeSet<PoolId> stale = new TreeSet<>();
    private final List<SwapCheck> checks = new ArrayList<>();

    public SwapReplay(Collection<PoolState> states) {
        states.forEach(this::put);
    }

    /** Takes a state that was read for what was played. */
    public void put(PoolState state) {
        pools.put(state.id(), TrackedPool.of(state));
        stale.remove(state.id());
    }

    /** Plays the next event; one of a pool that is not among those at hand is passed over. */
    public void event(long block, PoolEvent event) {
        TrackedPool before = pools.get(event.pool());
        if (before == null) {
            return;
        }
        if (!stale.contains(event.pool())) {
            check(block, before.state(), event);
        }
        TrackedPool after = step(before, event);
        pools.put(event.pool(), after);
        if (!after.sure()) {
            stale.add(event.pool());
        }
    }

    private TrackedPool step(TrackedPool before, PoolEvent event) {
        try {
            return before.after(event);
        } catch (IllegalArgumentException missed) {
            stale.add(event.pool());
            return before;
        }
    }

    private void check(long block, PoolState before, PoolEvent event) {
        switch (event) {
            case PoolEvent.Synced ignored -> beforeSync.put(before.id(), before);
            case PoolEvent.Swapped e -> swapped(block, before, e);
            case PoolEvent.PairSwapped e -> pairSwapped(block, e);
            default -> {}
        }
    }

    private void swapped(long block, PoolState before, PoolEvent.Swapped e) {
        boolean zeroForOne = e.amount0().signum() > 0;
        BigInteger in = zeroForOne ? e.amount0() : e.amount1();
        BigInteger out = (zeroForOne ? e.amount1() : e.amount0()).negate();
        if (in.signum() > 0 && out.signum() >= 0) {
            compare(block, before, zeroForOne, in, out, Optional.of(e));
        }
    }

    private void pairSwapped(long block, PoolEvent.PairSwapped e) {
        PoolState before = beforeSync.get(e.pool());
        boolean zeroForOne = e.in0().signum() > 0 && e.out0().signum() == 0;
        boolean oneForZero = e.in1().signum() > 0 && e.out1().signum() == 0;
        // What flows back in the same swap is a flash swap: no quote is meant.
        if (before != null && zeroForOne != oneForZero) {
            BigInteger in = zeroForOne ? e.in0() : e.in1();
            compare(block, before, zeroForOne, in, zeroForOne ? e.out1() : e.out0(), Optional.empty());
        }
    }

    private void compare(
            long block,
            PoolState before,
            boolean zeroForOne,
            BigInteger in,
            BigInteger out,
            Optional<PoolEvent.Swapped> after) {
        Token tokenIn = zeroForOne ? before.token0() : before.token1();
        Token tokenOut = before.other(tokenIn);
        Optional<SwapResult> given = attempt(() -> before.swapExactIn(new TokenAmount(tokenIn, in), tokenOut));
        BigInteger ours = given.map(result -> result.amountOut().raw()).orElse(BigInteger.ZERO);
        if (ours.equals(out) && given.filter(result -> agrees(result, after)).isPresent()) {
            checks.add(new SwapCheck(before.id(), block, Kind.EXACT_IN, out, ours));
            return;
        }
        Optional<SwapResult> asked = out.signum() == 0
                ? Optional.empty()
                : attempt(() -> before.swapExactOut(tokenIn, new TokenAmount(tokenOut, out)));
        boolean exactOut = asked.filter(result -> result.amountIn().raw().equals(in) && agrees(result, after))
                .isPresent();
        checks.add(
                exactOut
                        ? new SwapCheck(before.id(), block, Kind.EXACT_OUT, in, in)
                        : new SwapCheck(before.id(), block, Kind.NEITHER, out, ours));
    }

    private static boolean agrees(SwapResult result, Optional<PoolEvent.Swapped> told) {
        return told.isEmpty()
                || (result.after() instanceof ConcentratedPool pool
                        && pool.sqrtPriceX96().equals(told.get().sqrtPriceX96())
                        && pool.tick() == told.get().tick()
                        && pool.liquidity().equals(told.get().liquidity()));
    }

    private static Optional<SwapResult> attempt(Supplier<SwapResult> swap) {
        try {
            return Optional.of(swap.get());
        } catch (InsufficientLiquidityException refused) {
            return Optional.empty();
        }
    }

    /**
     * Compares a quote of the chain for an exact amount in with ours, on the state as it is now. Of a pool that runs dry a
     * quoter tells what it would give for a part; we refuse such a swap, and agree if that is all the pool has.
     */
    public void quoted(long block, PoolId id, TokenAmount in, Token tokenOut, BigInteger out) {
        PoolState state = state(id);
        Optional<SwapResult> given = attempt(() -> state.swapExactIn(in, tokenOut));
        boolean drained =
                given.isEmpty() && isMost(out, amount -> state.swapExactOut(in.token(), of(tokenOut, amount)));
        BigInteger ours = given.map(result -> result.amountOut().raw()).orElse(drained ? out : BigInteger.ZERO);
        checks.add(new SwapCheck(id, block, Kind.EXACT_IN, out, ours));
    }

    /** Compares a quote of the chain for an exact amount out with ours; likewise of a pool that runs dry. */
    public void quotedOut(long block, PoolId id, Token tokenIn, TokenAmount out, BigInteger in) {
        PoolState state = state(id);
        Optional<SwapResult> asked = attempt(() -> state.swapExactOut(tokenIn, out));
        boolean drained = asked.isEmpty() && isMost(in, amount -> state.swapExactIn(of(tokenIn, amount), out.token()));
        BigInteger ours = asked.map(result -> result.amountIn().raw()).orElse(drained ? in : BigInteger.ZERO);
        checks.add(new SwapCheck(id, block, Kind.EXACT_OUT, in, ours));
    }

    private static TokenAmount of(Token token, BigInteger raw) {
        return new TokenAmount(token, raw);
    }

    /** Whether a swap of the amount is possible and one of a unit more is not. */
    private static boolean isMost(BigInteger amount, Function<BigInteger, SwapResult> swap) {
        return amount.signum() > 0
                && attempt(() -> swap.apply(amount)).isPresent()
                && attempt(() -> swap.apply(amount.add(BigInteger.ONE))).isEmpty();
    }

    public PoolState state(PoolId id) {
        return Objects.requireNonNull(pools.get(id), () -> "no pool " + id).state();
    }

    /** Pools that must be read before their swaps are quoted again. */
    public List<PoolId> stale() {
        return List.copyOf(stale);
    }

    public List<PoolState> states() {
        return pools.values().stream().map(TrackedPool::state).toList();
    }

    public List<SwapCheck> checks() {
        return List.copyOf(checks);
    }
}
