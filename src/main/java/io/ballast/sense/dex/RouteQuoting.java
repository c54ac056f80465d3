package io.ballast.sense.dex;

import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Executes portions one after the other on the states of some pools and tells everything about it. Used once, by one thread. */
final class RouteQuoting {
    private static final int MILLION_DIGITS = 6;

    private final PoolsInUse pools;

    RouteQuoting(Map<PoolId, PoolState> pools) {
        this.pools = new PoolsInUse(pools);
    }

    SwapQuote all(List<Portion> portions) {
        List<RouteQuote> parts = new ArrayList<>(portions.size());
        for (Portion portion : portions) {
            parts.add(next(portion));
        }
        return SwapQuote.of(parts, pools.touched());
    }

    /** Impact counts from the pools as they were before the first portion. */
    RouteQuote next(Portion portion) {
        Route route = portion.route();
        List<PoolState> after = new ArrayList<>();
        Fraction kept = Fraction.ONE;
        TokenAmount amount = portion.amountIn();
        int crossed = 0;
        for (Hop hop : route.hops()) {
            SwapResult swap = pools.swap(hop, amount);
            after.add(swap.after());
            kept = kept.times(execution(pools.before(hop), swap));
            crossed += swap.ticksCrossed();
            amount = swap.amountOut();
        }
        return new RouteQuote(
                route,
                portion.amountIn(),
                amount,
                after,
                new Bps(kept.shortfall(BigInteger.valueOf(10_000)).intValueExact()),
                feeShare(route),
                SwapGas.of(route, crossed));
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
}
