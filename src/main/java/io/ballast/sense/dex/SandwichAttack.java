package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attack on one pool of a swap: a swap in its direction just before, the same back just after. Every figure is computed by
 * the exact arithmetic.
 *
 * @param pools states before, by id
 * @param hop the pool attacked and the direction
 * @param through what the swap takes through that hop
 * @param part what goes along the route of that hop
 */
record SandwichAttack(SwapQuote quote, Map<PoolId, PoolState> pools, Hop hop, TokenAmount through, TokenAmount part) {
    private static final int DOUBLINGS = 64;
    private static final int STEPS = 24;
    private static final int SHARES = 8;
    private static final int NARROWINGS = 10;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    /**
     * What an attack of one size comes to.
     *
     * @param outs of the parts of the swap
     * @param profit in the token of {@code front}, negative for a loss
     */
    record Outcome(BigInteger front, List<TokenAmount> outs, BigInteger profit) {
        boolean reaches(List<TokenAmount> least) {
            for (int i = 0; i < outs.size(); i++) {
                if (outs.get(i).compareTo(least.get(i)) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Every pool and direction of a swap, each once. */
    static List<SandwichAttack> on(SwapQuote quote, Map<PoolId, PoolState> pools) {
        Map<List<Object>, SandwichAttack> attacks = new java.util.LinkedHashMap<>();
        for (RouteQuote part : quote.parts()) {
            TokenAmount amount = part.amountIn();
            for (Hop hop : part.route().hops()) {
                SandwichAttack attack = new SandwichAttack(quote, pools, hop, amount, part.amountIn());
                attacks.putIfAbsent(List.of(hop.pool(), hop.in()), attack);
                amount = attack.pool().swapExactIn(amount, hop.out()).amountOut();
            }
        }
        return List.copyOf(attacks.values());
    }

    private PoolState pool() {
        return pools.get(hop.pool());
    }

    /** Empty if a pool cannot take one of the swaps. */
    Optional<Outcome> with(BigInteger front) {
        try {
            SwapResult before = pool().swapExactIn(new TokenAmount(hop.in(), front), hop.out());
            Map<PoolId, PoolState> touched = new HashMap<>(Map.of(hop.pool(), before.after()));
            List<TokenAmount> outs = new ArrayList<>();
            for (Portion portion : quote.portions()) {
                outs.add(fill(portion, touched));
            }
            SwapResult after = touched.get(hop.pool()).swapExactIn(before.amountOut(), hop.in());
            return Optional.of(new Outcome(front, outs, after.amountOut().raw().subtract(front)));
        } catch (InsufficientLiquidityException tooMuch) {
            // The attack is larger than the pools: it cannot be made.
            return Optional.empty();
        }
    }

    private TokenAmount fill(Portion portion, Map<PoolId, PoolState> touched) {
        TokenAmount amount = portion.amountIn();
        for (Hop step : portion.route().hops()) {
            SwapResult swap = touched.getOrDefault(step.pool(), pools.get(step.pool())).swapExactIn(amount, step.out());
            touched.put(step.pool(), swap.after());
            amount = swap.amountOut();
        }
        return amount;
    }

    /**
     * The largest attack that still lets every part have its minimum, to a millionth; zero if none does.
     *
     * @param least of the parts
     */
    BigInteger largest(List<TokenAmount> least) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = through.raw();
        for (int doubling = 0; doubling < DOUBLINGS && reaches(high, least); doubling++) {
            low = high;
            high = high.shiftLeft(1);
        }
        for (int step = 0; step < STEPS && high.subtract(low).bitLength() > high.bitLength() - 20; step++) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (middle.signum() > 0 && reaches(middle, least)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean reaches(BigInteger front, List<TokenAmount> least) {
        return with(front).filter(outcome -> outcome.reaches(least)).isPresent();
    }

    /** The attack up to a size that pays best before gas; empty if none pays. */
    Optional<Outcome> best(BigInteger most) {
        BigInteger width = most.divide(BigInteger.valueOf(SHARES));
        Optional<Outcome> best = Optional.empty();
        for (int share = 1; share <= SHARES && width.signum() > 0; share++) {
            best = better(best, width.multiply(BigInteger.valueOf(share)));
        }
        for (int narrowing = 0; best.isPresent() && narrowing < NARROWINGS; narrowing++) {
            BigInteger at = best.get().front();
            width = width.multiply(BigInteger.TWO).divide(THREE);
            best = better(best, at.subtract(width));
            best = better(best, at.add(width).min(most));
        }
        return best;
    }

    private Optional<Outcome> better(Optional<Outcome> best, BigInteger front) {
        BigInteger bar = best.map(Outcome::profit).orElse(BigInteger.ZERO);
        return front.signum() <= 0
                ? best
                : with(front).filter(outcome -> outcome.profit().compareTo(bar) > 0).or(() -> best);
    }

    /** A profit in the swap's own token in, at the rate of the part's way to this pool, rounded up. */
    BigDecimal inTokenIn(BigInteger profit) {
        return new BigDecimal(FullMath.mulDivRoundingUp(profit, part.raw(), through.raw()));
    }
}
