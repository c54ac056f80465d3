package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ExactSplit.Filled;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses among the routes of one router.
 *
 * @param routes in the order that decides between equals
 * @param gasCost of one unit of gas in raw units of the token out
 */
record RouteChoice(Map<PoolId, PoolState> pools, List<Route> routes, TokenAmount amountIn, BigDecimal gasCost) {
    /** Splits that are worked out to the unit. */
    private static final int FINALISTS = 3;

    private static final Comparator<Choice> BETTER =
            Comparator.comparing(Choice::net).thenComparing(Choice::gas, Comparator.reverseOrder());

    private record Choice(List<Portion> portions, BigDecimal net, long gas) {}

    /** The best single route; empty if none takes the whole amount. */
    Optional<List<Portion>> single() {
        return singles().map(Choice::portions);
    }

    /** The best of single routes and splits. */
    Optional<List<Portion>> best() {
        Optional<Choice> single = singles();
        if (routes.size() < 2) {
            return single.map(Choice::portions);
        }
        SplitModel model = new SplitModel(routes, pools);
        SplitSearch search = new SplitSearch(model, amountIn.raw().doubleValue(), gasCost.doubleValue());
        if (single.isPresent() && single.get().net().doubleValue() >= search.bound()) {
            return single.map(Choice::portions);
        }
        Stream<Choice> splits = search.best().stream().limit(FINALISTS).flatMap(split -> exact(split).stream());
        return Stream.concat(single.stream(), splits).max(BETTER).map(Choice::portions);
    }

    private Optional<Choice> singles() {
        return routes.stream().flatMap(route -> alone(route).stream()).max(BETTER);
    }

    private Optional<Choice> alone(Route route) {
        ExactSplit whole = split(List.of(route));
        return whole.fill(List.of(amountIn.raw())).map(filled -> choice(whole, filled));
    }

    private Optional<Choice> exact(SplitSearch.Split split) {
        List<Route> taken = split.parts().stream().map(SplitModel.Track::route).toList();
        ExactSplit parts = split(taken);
        return parts.polished(split.amounts()).map(filled -> choice(parts, filled));
    }

    private static Choice choice(ExactSplit split, Filled filled) {
        return new Choice(filled.portions(split.routes(), split.amountIn()), filled.net(), filled.gas());
    }

    private ExactSplit split(List<Route> taken) {
        return new ExactSplit(pools, taken, amountIn, gasCost);
    }
}
