package io.ballast.sense.market;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.FlatPool;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SolidlyPool;
import io.ballast.sense.dex.StableSwapPool;
import io.ballast.sense.dex.WeightedPool;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The pools that price each token in cash, for features: of the pools of token and cash, the one with the deepest liquidity;
 * for a token without, its deepest pool with the wrapped coin and the wrapped coin's own. Immutable and thread-safe.
 */
public final class ReferencePools {
    /** Steps of each token, in the universe's order; none for cash. */
    private final List<List<Step>> paths;

    private ReferencePools(List<List<Step>> paths) {
        this.paths = paths;
    }

    /** The mid price of {@code base} in {@code pool}. */
    private record Step(PoolSpec pool, Token base) {}

    /**
     * Chooses by the state of a market; the choice is meant to be kept, so that prices of different times compare. A token that
     * only frozen pools price is priced by them: it is not traded, and the others go on.
     *
     * @throws IllegalArgumentException if a token has no such pool
     */
    public static ReferencePools choose(MarketState market) {
        Universe universe = market.universe();
        List<PoolState> all =
                Stream.concat(market.pools().stream(), market.frozen().stream()).toList();
        return new ReferencePools(universe.tokens().stream()
                .map(token -> path(universe, market.pools(), token)
                        .or(() -> path(universe, all, token))
                        .orElseThrow(() -> new IllegalArgumentException("no pool prices " + token + " in "
                                + universe.cash() + ", directly or through " + universe.wrapped())))
                .toList());
    }

    private static Optional<List<Step>> path(Universe universe, List<PoolState> pools, Token token) {
        if (token.equals(universe.cash())) {
            return Optional.of(List.of());
        }
        Optional<Step> direct = deepest(pools, token, universe.cash());
        Optional<Step> wrapped = deepest(pools, universe.wrapped(), universe.cash());
        return direct.map(List::of)
                .or(() -> deepest(pools, token, universe.wrapped())
                        .flatMap(first -> wrapped.map(second -> List.of(first, second))));
    }

    private static Optional<Step> deepest(List<PoolState> pools, Token token, Token quote) {
        return pools.stream()
                .filter(pool -> isPairOf(pool, token, quote))
                .max(Comparator.comparing((PoolState pool) -> depth(pool, quote))
                        .thenComparing(PoolState::id, Comparator.reverseOrder()))
                .map(pool -> new Step(pool.spec(), token));
    }

    private static boolean isPairOf(PoolState pool, Token one, Token other) {
        return pool.tokens().size() == 2 && pool.holds(one) && pool.holds(other) && !one.equals(other);
    }

    /** Reserve of a token, raw; for V3 the virtual reserve of the range in use: {@code L/√P} of token0, {@code L·√P} of token1. */
    private static BigInteger depth(PoolState pool, Token token) {
        boolean first = pool.token0().equals(token);
        return switch (pool) {
            case ConstantProductPool p -> first ? p.reserve0() : p.reserve1();
            case ConcentratedPool p -> virtual(first, p.liquidity(), p.sqrtPriceX96());
            case NodeQuotedPool p -> virtual(first, p.liquidity(), p.sqrtPriceX96());
            case SolidlyPool p -> first ? p.reserve0() : p.reserve1();
            case WeightedPool p -> p.balances().get(p.tokens().indexOf(token));
            case StableSwapPool p -> p.balances().get(p.tokens().indexOf(token));
            case FlatPool p -> BigInteger.ONE;
        };
    }

    private static BigInteger virtual(boolean first, BigInteger liquidity, BigInteger sqrtPriceX96) {
        return first
                ? liquidity.shiftLeft(96).divide(sqrtPriceX96)
                : liquidity.multiply(sqrtPriceX96).shiftRight(96);
    }

    /** All pools in use, each once, in ascending order of id. */
    public List<PoolSpec> pools() {
        return paths.stream()
                .flatMap(List::stream)
                .map(Step::pool)
                .distinct()
                .sorted(Comparator.comparing(PoolSpec::id))
                .toList();
    }

    /** Prices of all tokens in cash, in the universe's order: whole cash tokens per whole token. */
    public double[] closes(MarketState market) {
        return closes(id -> {
            PoolState pool = market.pool(id);
            return pool.midPriceRounded(pool.token0());
        });
    }

    /**
     * The same from prices that come from elsewhere.
     *
     * @param price whole token1 for one whole token0 of a pool
     */
    double[] closes(ToDoubleFunction<PoolId> price) {
        double[] closes = new double[paths.size()];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 1;
            for (Step step : paths.get(i)) {
                closes[i] *= oriented(step, price.applyAsDouble(step.pool().id()));
            }
        }
        return closes;
    }

    private static double oriented(Step step, double token1PerToken0) {
        return step.base().equals(step.pool().token0()) ? token1PerToken0 : 1 / token1PerToken0;
    }
}
