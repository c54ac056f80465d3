package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What routes give together, in floating point: part after part through the pools' curves, so that a pool that two parts share
 * is priced once. Used by one thread.
 */
final class SplitModel {
    private static final int CAPACITY_STEPS = 50;

    private record Direction(PoolId pool, Token in) {}

    /** A route by the numbers of its curves. */
    static final class Track {
        private final Route route;
        private final int[] curves;

        Track(Route route, int[] curves) {
            this.route = route;
            this.curves = curves;
        }

        Route route() {
            return route;
        }
    }

    private final Map<Direction, Integer> numbers = new LinkedHashMap<>();
    private final List<PoolCurve> curves = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private final double[] flow;
    private final double[] flowSlope;
    private double out;
    private double slope;

    /** Routes through a pool that has no curve are left out. */
    SplitModel(List<Route> routes, Map<PoolId, PoolState> pools) {
        routes.forEach(route -> track(route, pools).ifPresent(tracks::add));
        flow = new double[curves.size()];
        flowSlope = new double[curves.size()];
    }

    private Optional<Track> track(Route route, Map<PoolId, PoolState> pools) {
        int[] indexes = new int[route.hops().size()];
        for (int i = 0; i < indexes.length; i++) {
            Hop hop = route.hops().get(i);
            Direction direction = new Direction(hop.pool(), hop.in());
            Integer known = numbers.get(direction);
            if (known == null) {
                Optional<PoolCurve> curve = PoolCurve.of(PoolsInUse.find(pools, hop.pool()), hop.in());
                if (curve.isEmpty()) {
                    return Optional.empty();
                }
                known = curves.size();
                curves.add(curve.get());
                numbers.put(direction, known);
            }
            indexes[i] = known;
        }
        return Optional.of(new Track(route, indexes));
    }

    List<Track> tracks() {
        return tracks;
    }

    /** Output of the parts; what a pool cannot take gives nothing more. */
    double out(List<Track> parts, double[] amounts) {
        run(parts, amounts, amounts);
        return out;
    }

    /** Change of the output for a small step along {@code direction}. */
    double slope(List<Track> parts, double[] amounts, double[] direction) {
        run(parts, amounts, direction);
        return slope;
    }

    /** Initialised ticks crossed by all parts together. */
    int crossed(List<Track> parts, double[] amounts) {
        run(parts, amounts, amounts);
        int crossed = 0;
        for (int i = 0; i < flow.length; i++) {
            crossed += flow[i] > 0 ? curves.get(i).crossed(flow[i]) : 0;
        }
        return crossed;
    }

    /** Output for the next unit along one route, after so many. */
    double marginal(Track track, double amount) {
        double through = amount;
        double product = 1;
        for (int curve : track.curves) {
            product *= curves.get(curve).marginal(through);
            through = through == 0 ? 0 : curves.get(curve).out(through);
        }
        return product;
    }

    /** How much of an amount a route takes alone. */
    double most(Track track, double amount) {
        if (marginal(track, amount) > 0) {
            return amount;
        }
        double low = 0;
        double high = amount;
        for (int step = 0; step < CAPACITY_STEPS; step++) {
            double middle = (low + high) / 2;
            if (marginal(track, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    // Carries an amount and its derivative along every route (forward differentiation).
    private void run(List<Track> parts, double[] amounts, double[] direction) {
        Arrays.fill(flow, 0);
        Arrays.fill(flowSlope, 0);
        out = 0;
        slope = 0;
        for (int part = 0; part < amounts.length; part++) {
            double amount = amounts[part];
            double change = direction[part];
            for (int i : parts.get(part).curves) {
                PoolCurve curve = curves.get(i);
                double before = flow[i];
                double changeBefore = flowSlope[i];
                flow[i] = before + amount;
                flowSlope[i] = changeBefore + change;
                amount = curve.out(flow[i]);
                change = curve.marginal(flow[i]) * flowSlope[i];
                if (before != 0) {
                    amount -= curve.out(before);
                    change -= curve.marginal(before) * changeBefore;
                }
            }
            out += amount;
            slope += change;
        }
    }
}
