package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The best split over at most three routes on a grid, by trying everything. Routes without a common pool do not see each other:
 * their outputs are tabulated and combined. Sets with a common pool are executed point by point, on a grid that is made finer
 * around its best point.
 */
final class GridOracle {
    private final RoutingCase problem;
    private final int steps;
    private final Map<PoolId, PoolState> pools = new HashMap<>();
    private final List<Route> routes;
    private final double[][] tables;
    /** What a second part saves, because both are one transaction. */
    private final double shared;

    private double best = Double.NEGATIVE_INFINITY;

    /** @param steps of the grid: 1000 is 0.1 % */
    GridOracle(RoutingCase problem, int steps) {
        this.problem = problem;
        this.steps = steps;
        problem.pools().forEach(pool -> pools.put(pool.id(), pool));
        this.shared = problem.gasCost().doubleValue() * (SwapGas.shared(0, 1) - SwapGas.shared(0, 2));
        this.routes = RouteEnumeration.routes(
                problem.pools(),
                RouterReach.SWAP_ROUTER_02.venues(),
                problem.in().token(),
                problem.out());
        this.tables = routes.stream().map(this::table).toArray(double[][]::new);
    }

    int routes() {
        return routes.size();
    }

    /** Greatest output net of gas in raw units; minus infinity if the grid has no split that goes through. */
    double best() {
        for (int i = 0; i < tables.length; i++) {
            best = Math.max(best, tables[i][steps]);
            for (int j = i + 1; j < tables.length; j++) {
                pair(i, j);
            }
        }
        return best;
    }

    private void pair(int i, int j) {
        boolean apart = apart(i, j);
        double[] sums = apart ? combined(tables[i], tables[j]) : new double[0];
        best = Math.max(best, apart ? sums[steps] : executed(List.of(routes.get(i), routes.get(j))));
        for (int k = j + 1; k < tables.length; k++) {
            best = Math.max(
                    best,
                    apart && apart(i, k) && apart(j, k)
                            ? combinedAt(sums, tables[k], steps) + shared
                            : executed(List.of(routes.get(i), routes.get(j), routes.get(k))));
        }
    }

    private boolean apart(int i, int j) {
        Set<PoolId> seen = new HashSet<>();
        return java.util.stream.Stream.of(i, j)
                .flatMap(route -> routes.get(route).hops().stream())
                .allMatch(hop -> seen.add(hop.pool()));
    }

    /** Net output of a route for every share of the amount; nothing is minus infinity, for a part without an amount is none. */
    private double[] table(Route route) {
        double[] table = new double[steps + 1];
        Arrays.fill(table, Double.NEGATIVE_INFINITY);
        for (int step = 1; step <= steps; step++) {
            table[step] = net(List.of(route), List.of(share(step)));
        }
        return table;
    }

    private static double combinedAt(double[] one, double[] other, int sum) {
        double most = Double.NEGATIVE_INFINITY;
        for (int step = 1; step < sum; step++) {
            most = Math.max(most, one[step] + other[sum - step]);
        }
        return most;
    }

    private double[] combined(double[] one, double[] other) {
        double[] sums = new double[steps + 1];
        for (int sum = 0; sum <= steps; sum++) {
            sums[sum] = combinedAt(one, other, sum) + shared;
        }
        return sums;
    }

    /** Shares on a grid of a twentieth, then a hundredth around the best, then the full grid around the best. */
    private double executed(List<Route> parts) {
        int[] centre = new int[parts.size() - 1];
        double most = Double.NEGATIVE_INFINITY;
        int reach = steps;
        for (int width : new int[] {Math.max(1, steps / 20), Math.max(1, steps / 100), 1}) {
            int[] bestAt = centre.clone();
            for (int[] at : around(centre, reach, width)) {
                double net = at(parts, at);
                if (net > most) {
                    most = net;
                    bestAt = at;
                }
            }
            centre = bestAt;
            reach = width;
        }
        return most;
    }

    private static List<int[]> around(int[] centre, int reach, int width) {
        List<int[]> points = new ArrayList<>();
        for (int first = centre[0] - reach; first <= centre[0] + reach; first += width) {
            if (centre.length == 1) {
                points.add(new int[] {first});
            } else {
                for (int second = centre[1] - reach; second <= centre[1] + reach; second += width) {
                    points.add(new int[] {first, second});
                }
            }
        }
        return points;
    }

    private double at(List<Route> parts, int[] shares) {
        int rest = steps - Arrays.stream(shares).sum();
        if (rest <= 0 || Arrays.stream(shares).anyMatch(share -> share <= 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        List<BigInteger> amounts = new ArrayList<>();
        Arrays.stream(shares).forEach(share -> amounts.add(share(share)));
        amounts.add(problem.in().raw().subtract(amounts.stream().reduce(BigInteger.ZERO, BigInteger::add)));
        return net(parts, amounts);
    }

    private BigInteger share(int step) {
        return problem.in().raw().multiply(BigInteger.valueOf(step)).divide(BigInteger.valueOf(steps));
    }

    private double net(List<Route> parts, List<BigInteger> amounts) {
        return new ExactSplit(
                        pools,
                        parts,
                        new TokenAmount(problem.in().token(), problem.in().raw()),
                        problem.gasCost())
                .fill(amounts)
                .map(filled -> filled.net().doubleValue())
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
