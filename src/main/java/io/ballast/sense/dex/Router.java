package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Quotes swaps exactly and chooses among routes and splits. Pure and thread-safe; the same input gives the same quote. */
public final class Router {
    private final List<RouterReach> reaches;
    private final KnownRoutes known;

    /** Of swaps through SwapRouter02. */
    public Router() {
        this(List.of(RouterReach.SWAP_ROUTER_02));
    }

    /** @param reaches of the routers that swaps can be sent to; each swap goes through one of them */
    public Router(List<RouterReach> reaches) {
        this.reaches = RouterReach.widest(reaches);
        this.known = new KnownRoutes(this.reaches);
    }

    /**
     * The swap with the greatest output net of gas: along one route, or split over up to three of the same router, each of up to
     * three hops of one exchange. Of equals the one with less gas, then fewer hops, then the lesser pool ids.
     *
     * @param amountIn greater than zero
     * @param gasCost cost of one unit of gas in raw units of {@code out}, see {@link #gasCost}; not negative
     * @return empty if no route can take the whole amount, alone or with others
     */
    public Optional<SwapQuote> best(List<PoolState> pools, TokenAmount amountIn, Token out, BigDecimal gasCost) {
        BigDecimal cost = notNegative(gasCost);
        return best(pools, amountIn, out, () -> cost);
    }

    /**
     * The same where the cost of gas is still to be worked out.
     *
     * @param gasCost asked only where there is something to choose
     */
    public Optional<SwapQuote> best(
            List<PoolState> pools, TokenAmount amountIn, Token out, Supplier<BigDecimal> gasCost) {
        return among(pools, amountIn, out, gasCost, true);
    }

    /** The same along one route only: what a price is measured with where no transaction is meant. */
    public Optional<SwapQuote> bestRoute(List<PoolState> pools, TokenAmount amountIn, Token out, BigDecimal gasCost) {
        BigDecimal cost = notNegative(gasCost);
        return among(pools, amountIn, out, () -> cost, false);
    }

    private Optional<SwapQuote> among(
            List<PoolState> pools, TokenAmount amountIn, Token out, Supplier<BigDecimal> gas, boolean splits) {
        List<List<Route>> routes = known.between(pools, amountIn.token(), out);
        if (reaches.size() == 1 && routes.getFirst().size() == 1) {
            return only(routes.getFirst().getFirst(), pools, amountIn);
        }
        BigDecimal gasCost = notNegative(gas.get());
        Map<PoolId, PoolState> states = byId(pools);
        return IntStream.range(0, reaches.size())
                .boxed()
                .flatMap(i -> choice(reaches.get(i), routes.get(i), states, amountIn, gasCost, splits).stream())
                .map(portions -> new RouteQuoting(states).all(portions))
                .min(order(gasCost));
    }

    private static BigDecimal notNegative(BigDecimal gasCost) {
        if (gasCost.signum() < 0) {
            throw new IllegalArgumentException("cost of gas must not be negative, was " + gasCost);
        }
        return gasCost;
    }

    /** Where there is one way, there is nothing to choose. */
    private static Optional<SwapQuote> only(Route route, List<PoolState> pools, TokenAmount amountIn) {
        try {
            return amountIn.isZero()
                    ? Optional.empty()
                    : Optional.of(new RouteQuoting(touched(route, pools)).all(List.of(new Portion(route, amountIn))));
        } catch (InsufficientLiquidityException tooShallow) {
            // It cannot take the whole amount, and there is no other.
            return Optional.empty();
        }
    }

    private static Map<PoolId, PoolState> touched(Route route, List<PoolState> pools) {
        List<PoolState> found = new ArrayList<>(route.hops().size());
        for (Hop hop : route.hops()) {
            for (PoolState pool : pools) {
                if (pool.id().equals(hop.pool())) {
                    found.add(pool);
                }
            }
        }
        return found.size() == 1 ? Map.of(found.getFirst().id(), found.getFirst()) : byId(found);
    }

    private static Optional<List<Portion>> choice(
            RouterReach reach,
            List<Route> routes,
            Map<PoolId, PoolState> states,
            TokenAmount amountIn,
            BigDecimal gasCost,
            boolean splits) {
        RouteChoice choice = new RouteChoice(states, routes, amountIn, gasCost);
        return splits && reach.splits() ? choice.best() : choice.single();
    }

    /** All routes of one to three hops that some router of ours executes, by router, fewer hops first. */
    public List<Route> routes(List<PoolState> pools, Token in, Token out) {
        return known.between(pools, in, out).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * Quotes one route on the states given.
     *
     * @throws InsufficientLiquidityException if a pool cannot take its whole amount
     * @throws IllegalArgumentException if {@code pools} lacks a pool of the route
     */
    public RouteQuote quote(Route route, List<PoolState> pools, TokenAmount amountIn) {
        return new RouteQuoting(byId(pools)).next(new Portion(route, amountIn));
    }

    /**
     * Quotes portions one after the other, each on the states as the one before leaves them.
     *
     * @param portions one to three between the same two tokens
     * @throws InsufficientLiquidityException if a pool cannot take its whole amount
     * @throws IllegalArgumentException if {@code pools} lacks a pool of the routes
     */
    public SwapQuote quote(List<Portion> portions, List<PoolState> pools) {
        return new RouteQuoting(byId(pools)).all(portions);
    }

    /**
     * Cost of one unit of gas in raw units of a token, rounded up to 12 places.
     *
     * @param gasPrice per unit of gas
     * @param coin price of one whole native coin, greater than zero
     * @param price of one whole {@code out}, greater than zero
     */
    public static BigDecimal gasCost(Wei gasPrice, Usd coin, Token out, Usd price) {
        if (!coin.isPositive() || !price.isPositive()) {
            throw new IllegalArgumentException("prices must be greater than zero, were " + coin + " and " + price);
        }
        return gasPrice.coins()
                .multiply(coin.value())
                .scaleByPowerOfTen(out.decimals())
                .divide(price.value(), 12, RoundingMode.CEILING);
    }

    /** Routers over the same contracts are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Router router && reaches.equals(router.reaches);
    }

    @Override
    public int hashCode() {
        return reaches.hashCode();
    }

    @Override
    public String toString() {
        return reaches.toString();
    }

    private static Map<PoolId, PoolState> byId(List<PoolState> pools) {
        Map<PoolId, PoolState> states = new HashMap<>();
        pools.forEach(pool -> states.put(pool.id(), pool));
        return states;
    }

    private static Comparator<SwapQuote> order(BigDecimal gasCost) {
        return Comparator.comparing(
                        (SwapQuote quote) -> new BigDecimal(quote.amountOut().raw())
                                .subtract(gasCost.multiply(BigDecimal.valueOf(quote.gas()))),
                        Comparator.reverseOrder())
                .thenComparingLong(SwapQuote::gas)
                .thenComparingLong(quote ->
                        routes(quote).mapToInt(route -> route.hops().size()).sum())
                .thenComparing(quote -> String.join(
                        ",", routes(quote).map(RouteEnumeration::poolIds).toList()));
    }

    private static Stream<Route> routes(SwapQuote quote) {
        return quote.parts().stream().map(RouteQuote::route);
    }
}
