package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

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
    private static final int NARROWINGS = 8;
    private static final int MILLIONTH_BITS = 20;
    private static final int SCREENING = 20;
    private static final double MARGIN = 1e-4;

    /**
     * What an attack of one size comes to.
     *
     * @param outs of the parts of the swap
     * @param profit in the token of {@code front}, negative for a loss
     */
    record Outcome(BigInteger front, List<TokenAmount> outs, BigInteger profit) {}

    /** Every pool and direction of a swap, each once. */
    static List<SandwichAttack> on(SwapQuote quote, Map<PoolId, PoolState> pools) {
        Map<List<Object>, SandwichAttack> attacks = new LinkedHashMap<>();
        for (RouteQuote part : quote.parts()) {
            TokenAmount amount = part.amountIn();
            for (Hop hop : part.route().hops()) {
                SandwichAttack attack = new SandwichAttack(quote, pools, hop, amount, part.amountIn());
                attacks.merge(List.of(hop.pool(), hop.in()), attack, SandwichAttack::with);
                amount = attack.pool().swapExactIn(amount, hop.out()).amountOut();
            }
        }
        return List.copyOf(attacks.values());
    }

    /** Two parts that share the pool are attacked as one. */
    private SandwichAttack with(SandwichAttack other) {
        return new SandwichAttack(quote, pools, hop, through.plus(other.through), part.plus(other.part));
    }

    /**
     * Whether our own swap can move the price by more than the fees that an attacker pays, from wherever an attack leaves it;
     * in floating point and with a margin of another slippage, only to spare the exact search.
     */
    boolean mayPay(double slippage) {
        // A price that nothing moves cannot be attacked.
        return !(pool() instanceof FlatPool)
                && PoolCurve.of(pool(), hop.in())
                        .map(curve -> mayPay(curve, slippage))
                        .orElse(true);
    }

    private boolean mayPay(PoolCurve curve, double slippage) {
        double ours = through.raw().doubleValue();
        double farthest = farthest(curve, ours, curve.out(ours) * (1 - 2 * slippage));
        double fees = curve.keep() * curve.keep() * (1 + MARGIN);
        return DoubleStream.concat(
                        DoubleStream.of(0, farthest),
                        curve.starts(farthest + ours).flatMap(start -> DoubleStream.of(start, start - ours)))
                .filter(front -> front >= 0 && front <= farthest)
                .anyMatch(front -> curve.marginal(front) * fees > curve.marginal(front + ours));
    }

    /** The largest attack after which so much still comes out, or a little more. */
    private static double farthest(PoolCurve curve, double ours, double least) {
        double low = 0;
        double high = ours;
        for (int doubling = 0; doubling < DOUBLINGS && curve.out(high + ours) - curve.out(high) >= least; doubling++) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < SCREENING; step++) {
            double middle = (low + high) / 2;
            if (curve.out(middle + ours) - curve.out(middle) >= least) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private PoolState pool() {
        return PoolsInUse.find(pools, hop.pool());
    }

    /** Empty if a pool cannot take one of the swaps. */
    Optional<Outcome> with(BigInteger front) {
        try {
            PoolsInUse used = new PoolsInUse(pools);
            SwapResult before = used.swap(hop, new TokenAmount(hop.in(), front));
            List<TokenAmount> outs = new ArrayList<>();
            for (Portion portion : quote.portions()) {
                outs.add(used.through(portion.route(), portion.amountIn()));
            }
            SwapResult after = used.swap(hop.reversed(), before.amountOut());
            return Optional.of(new Outcome(front, outs, after.amountOut().raw().subtract(front)));
        } catch (InsufficientLiquidityException tooMuch) {
            // The attack is larger than the pools: it cannot be made.
            return Optional.empty();
        }
    }

    /**
     * The largest attack that still leaves every part its minimum, to a millionth; zero if none does.
     *
     * @param share of its quote that every part has at least, in (0, 1)
     */
    BigInteger largest(double share) {
        BigInteger high = through.raw();
        for (int doubling = 0; doubling < DOUBLINGS && kept(high) >= share; doubling++) {
            high = high.shiftLeft(1);
        }
        return lastAbove(high, front -> kept(front) - share);
    }

    /** The least share of its quote that a part still gets; below zero if the attack cannot be made. */
    private double kept(BigInteger front) {
        return front.signum() == 0 ? 1 : with(front).map(this::kept).orElse(-1.0);
    }

    /** The least share of its quote that a part still gets. */
    double kept(Outcome outcome) {
        double least = 1;
        for (int i = 0; i < outcome.outs().size(); i++) {
            double quoted = quote.parts().get(i).amountOut().raw().doubleValue();
            least = Math.min(least, outcome.outs().get(i).raw().doubleValue() / quoted);
        }
        return least;
    }

    /** The attack up to a size that pays best before gas; empty if none pays. */
    Optional<Outcome> best(BigInteger most) {
        BigInteger width = most.shiftRight(1);
        Optional<Outcome> best = better(Optional.empty(), width.shiftRight(3));
        best = better(best, width);
        best = better(best, most);
        for (int narrowing = 0; best.isPresent() && narrowing < NARROWINGS; narrowing++) {
            BigInteger at = best.get().front();
            width = width.shiftRight(1);
            best = better(best, at.subtract(width));
            best = better(best, at.add(width).min(most));
        }
        return best;
    }

    private Optional<Outcome> better(Optional<Outcome> best, BigInteger front) {
        BigInteger bar = best.map(Outcome::profit).orElse(BigInteger.ZERO);
        return front.signum() <= 0
                ? best
                : with(front)
                        .filter(outcome -> outcome.profit().compareTo(bar) > 0)
                        .or(() -> best);
    }

    /**
     * The largest attack that earns no more than so much, up to one that earns more.
     *
     * @param profit before gas, in the swap's own token in
     */
    BigInteger harmless(Outcome paying, BigDecimal profit) {
        double bar = profit.doubleValue();
        return lastAbove(paying.front(), front -> bar - earned(front));
    }

    private double earned(BigInteger front) {
        return front.signum() == 0
                ? 0
                : with(front)
                        .map(outcome -> inTokenIn(outcome.profit()).doubleValue())
                        .orElse(0.0);
    }

    /** Where a falling function changes its sign between 0 and {@code to}, on the side where it is not negative. */
    private static BigInteger lastAbove(BigInteger to, ToDoubleFunction<BigInteger> falling) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = to;
        double atLow = falling.applyAsDouble(low);
        double atHigh = falling.applyAsDouble(high);
        for (int step = 0; step < STEPS && high.subtract(low).bitLength() > to.bitLength() - MILLIONTH_BITS; step++) {
            BigInteger middle = between(low, high, step % 3 == 2 ? 0.5 : atLow / (atLow - atHigh));
            double value = falling.applyAsDouble(middle);
            if (value >= 0) {
                low = middle;
                atLow = value;
                atHigh /= 2;
            } else {
                high = middle;
                atHigh = value;
                atLow /= 2;
            }
        }
        return low;
    }

    private static BigInteger between(BigInteger low, BigInteger high, double share) {
        BigInteger width = high.subtract(low);
        BigInteger step = new BigDecimal(width.doubleValue() * share).toBigInteger();
        return low.add(step.max(BigInteger.ONE).min(width));
    }

    /** A profit in the swap's own token in, at the rate of the part's way to this pool, rounded up. */
    BigDecimal inTokenIn(BigInteger profit) {
        return new BigDecimal(FullMath.mulDivRoundingUp(profit, part.raw(), through.raw()));
    }
}
