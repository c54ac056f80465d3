package io.ballast.sense.dex;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Quotes routes exactly and chooses among them. Pure and thread-safe. */
public final class Router {
    private static final int MILLION_DIGITS = 6;

    /**
     * The route with the greatest output net of gas; of equals the one with less gas, then fewer hops, then the lesser pool
     * ids. One or two hops, all of one venue.
     *
     * @param amountIn greater than zero
     * @param gasCost cost of one unit of gas in raw units of {@code out}, see {@link #gasCost}; not negative
     * @return empty if no route can take the whole amount
     */
    public Optional<RouteQuote> best(List<PoolState> pools, TokenAmount amountIn, Token out, BigDecimal gasCost) {
        if (gasCost.signum() < 0) {
            throw new IllegalArgumentException("cost of gas must not be negative, was " + gasCost);
        }
        return RouteEnumeration.routes(pools, amountIn.token(), out).stream()
                .flatMap(route -> tryQuote(route, pools, amountIn).stream())
                .min(Comparator.comparing((RouteQuote quote) -> net(quote, gasCost), Comparator.reverseOrder())
                        .thenComparingLong(RouteQuote::gas)
                        .thenComparingInt(quote -> quote.route().hops().size())
                        .thenComparing(Router::poolIds));
    }

    /**
     * Quotes one route on the states given.
     *
     * @throws InsufficientLiquidityException if a pool cannot take its whole amount
     * @throws IllegalArgumentException if {@code pools} lacks a pool of the route
     */
    public RouteQuote quote(Route route, List<PoolState> pools, TokenAmount amountIn) {
        List<SwapResult> swaps = new ArrayList<>();
        Fraction kept = Fraction.ONE;
        TokenAmount amount = amountIn;
        for (Hop hop : route.hops()) {
            PoolState pool = find(pools, hop);
            SwapResult swap = pool.swapExactIn(amount);
            kept = kept.times(execution(pool, swap));
            swaps.add(swap);
            amount = swap.amountOut();
        }
        return new RouteQuote(
                route,
                amountIn,
                amount,
                swaps.stream().map(SwapResult::after).toList(),
                new Bps(kept.shortfall(BigInteger.valueOf(10_000)).intValueExact()),
                feeShare(route),
                SwapGas.of(route.venue(), swaps));
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

    private Optional<RouteQuote> tryQuote(Route route, List<PoolState> pools, TokenAmount amountIn) {
        try {
            return Optional.of(quote(route, pools, amountIn));
        } catch (InsufficientLiquidityException tooShallow) {
            // Not an error of the search: another route may take the amount.
            return Optional.empty();
        }
    }

    /** What came out as a share of the amount after fee at the mid price. */
    private static Fraction execution(PoolState pool, SwapResult swap) {
        BigInteger net = swap.amountIn().minus(swap.fee()).raw().max(BigInteger.ONE);
        Fraction mid = MidPrice.raw(pool, swap.amountIn().token());
        return new Fraction(swap.amountOut().raw(), net).times(mid.inverse());
    }

    private static BigDecimal feeShare(Route route) {
        BigDecimal kept = BigDecimal.ONE;
        for (Hop hop : route.hops()) {
            kept = kept.multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(hop.feePips(), MILLION_DIGITS)));
        }
        return BigDecimal.ONE.subtract(kept);
    }

    private static BigDecimal net(RouteQuote quote, BigDecimal gasCost) {
        return new BigDecimal(quote.amountOut().raw()).subtract(gasCost.multiply(BigDecimal.valueOf(quote.gas())));
    }

    private static String poolIds(RouteQuote quote) {
        return String.join(
                ",", quote.route().hops().stream().map(hop -> hop.pool().hex()).toList());
    }

    private static PoolState find(List<PoolState> pools, Hop hop) {
        Stream<PoolState> found = pools.stream().filter(pool -> pool.id().equals(hop.pool()));
        return found.findFirst().orElseThrow(() -> new IllegalArgumentException("no state of pool " + hop.pool()));
    }
}
