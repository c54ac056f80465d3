package io.ballast.lab.bench;

import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Portion;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The best split on a grid by trying all of it, gas left out.
 *
 * @param steps of the grid: 20 is 5 %
 */
record RouteGrid(List<PoolState> pools, List<Route> routes, TokenAmount size, int steps) {
    /** Raw units out; zero if nothing goes through. */
    BigInteger best() {
        return best(0, List.of(), steps);
    }

    private BigInteger best(int from, List<Portion> chosen, int left) {
        BigInteger best = left == 0 ? out(chosen) : BigInteger.ZERO;
        boolean last = chosen.size() == SwapQuote.MOST_PARTS - 1;
        for (int route = from; route < routes.size() && chosen.size() < SwapQuote.MOST_PARTS; route++) {
            for (int share = last ? left : 1; share <= left && share > 0; share++) {
                List<Portion> more = new ArrayList<>(chosen);
                more.add(new Portion(routes.get(route), share(share)));
                best = best.max(best(route + 1, more, left - share));
            }
        }
        return best;
    }

    private TokenAmount share(int share) {
        return new TokenAmount(
                size.token(), size.raw().multiply(BigInteger.valueOf(share)).divide(BigInteger.valueOf(steps)));
    }

    private BigInteger out(List<Portion> portions) {
        try {
            return new Router().quote(portions, pools).amountOut().raw();
        } catch (InsufficientLiquidityException tooShallow) {
            // This point of the grid cannot be traded.
            return BigInteger.ZERO;
        }
    }
}
