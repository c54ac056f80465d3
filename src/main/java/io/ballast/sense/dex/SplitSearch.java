package io.ballast.sense.dex;

import io.ballast.sense.dex.SplitModel.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds promising splits in floating point. Gas is a fixed cost of every part and of every tick crossed, which no marginal
 * price shows, so sets of routes are enumerated, and within a set it is tried whether a part should stop short of a tick.
 */
final class SplitSearch {
    /** Routes whose sets are all tried: 15 pairs and 20 triples. */
    private static final int MOST_ROUTES = 6;

    private static final int CHUNKS = 32;
    private static final int PROMISING = 5;
    private static final int ROUNDS = 4;
    private static final double NEAR_TICK = 1e-7;
    /** Share of the output below which the gas of a tick is not worth a search. */
    private static final double NO_MATTER = 1e-7;

    /**
     * A split.
     *
     * @param net output less gas, in raw units of the token out
     */
    record Split(List<Track> parts, List<Double> amounts, double net) {}

    private final SplitModel model;
    private final double total;
    private final double gasCost;

    SplitSearch(SplitModel model, double total, double gasCost) {
        this.model = model;
        this.total = total;
        this.gasCost = gasCost;
    }

    /** More than any split can give net of gas: all of the amount at the best first unit's price, for the least gas. */
    double bound() {
        double best = model.tracks().stream()
                .mapToDouble(track -> model.marginal(track, 0))
                .max()
                .orElse(0);
        long[] gas = model.tracks().stream()
                .mapToLong(track -> SwapGas.of(track.route(), 0))
                .sorted()
                .limit(2)
                .toArray();
        return gas.length < 2 ? 0 : total * best * (1 + 1e-9) - gasCost * SwapGas.shared(gas[0] + gas[1], 2);
    }

    /** The most promising first; two or three parts each. */
    List<Split> best() {
        if (model.tracks().isEmpty()) {
            return List.of();
        }
        List<Track> useful = useful();
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < useful.size(); i++) {
            for (int j = i + 1; j < useful.size(); j++) {
                solve(List.of(useful.get(i), useful.get(j)), splits);
                for (int k = j + 1; k < useful.size(); k++) {
                    solve(List.of(useful.get(i), useful.get(j), useful.get(k)), splits);
                }
            }
        }
        Comparator<Split> byNet = Comparator.comparingDouble(Split::net).reversed();
        boolean dear = gasCost * SwapGas.ticks(1) > NO_MATTER * model.out(useful.subList(0, 1), new double[] {total});
        return splits.stream()
                .sorted(byNet)
                .limit(PROMISING)
                .map(split -> dear ? withoutTicks(split) : split)
                .sorted(byNet)
                .toList();
    }

    /** The best alone, and those that get most when the amount is given out in small portions, each to the best offer. */
    private List<Track> useful() {
        Track alone = bestAlone();
        // A route whose first unit gives less than the last unit of the best one takes nothing from it.
        List<Track> all = model.tracks().stream()
                .filter(track -> track == alone || model.marginal(track, 0) > model.marginal(alone, total))
                .toList();
        if (all.size() <= MOST_ROUTES) {
            return all;
        }
        double[] given = new double[all.size()];
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            given[bestOffer(all, given)] += total / CHUNKS;
        }
        given[all.indexOf(alone)] += total;
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -given[i]))
                .limit(MOST_ROUTES)
                .sorted()
                .map(all::get)
                .toList();
    }

    private int bestOffer(List<Track> all, double[] given) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < all.size(); i++) {
            double[] direction = new double[all.size()];
            direction[i] = 1;
            double[] ahead = given.clone();
            ahead[i] += total / CHUNKS;
            double offer = model.slope(all, ahead, direction);
            if (offer > most) {
                most = offer;
                best = i;
            }
        }
        return best;
    }

    private Track bestAlone() {
        return model.tracks().stream()
                .max(Comparator.comparingDouble(track -> net(List.of(track), new double[] {total})))
                .orElseThrow();
    }

    private void solve(List<Track> parts, List<Split> splits) {
        double[] most = most(parts);
        if (Arrays.stream(most).sum() > total) {
            Split split = solve(parts, most);
            if (split.amounts().stream().allMatch(amount -> amount > 0)) {
                splits.add(split);
            }
        }
    }

    private double[] most(List<Track> parts) {
        return parts.stream().mapToDouble(part -> model.most(part, total)).toArray();
    }

    private Split solve(List<Track> parts, double[] most) {
        double[] amounts = new SplitSolver(model, parts, total, most).solve();
        return new Split(parts, Arrays.stream(amounts).boxed().toList(), net(parts, amounts));
    }

    private double net(List<Track> parts, double[] amounts) {
        long alone =
                parts.stream().mapToLong(track -> SwapGas.of(track.route(), 0)).sum();
        long gas = SwapGas.shared(alone, parts.size()) + SwapGas.ticks(model.crossed(parts, amounts));
        return model.out(parts, amounts) - gasCost * gas;
    }

    /** Stops parts short of ticks as long as that saves more gas than it costs. */
    private Split withoutTicks(Split split) {
        double[] most = most(split.parts());
        Split best = split;
        for (int round = 0; round < ROUNDS; round++) {
            Split before = best;
            for (int part = 0; part < most.length; part++) {
                best = shorter(best, part, most);
            }
            if (best.equals(before)) {
                return best;
            }
        }
        return best;
    }

    /** Tries to cross fewer ticks along one part; the others take what it leaves. */
    private Split shorter(Split split, int part, double[] most) {
        Track track = split.parts().get(part);
        double amount = split.amounts().get(part);
        int crossed = crossed(track, amount);
        Split best = split;
        for (int fewer = 1; fewer <= crossed; fewer += (fewer + 1) / 2) {
            double[] tried = most.clone();
            tried[part] = shortOfTick(track, amount, crossed - fewer);
            if (Arrays.stream(tried).sum() > total && tried[part] > 0) {
                Split other = solve(split.parts(), tried);
                if (other.net() > best.net()) {
                    best = other;
                    most[part] = tried[part];
                }
            }
        }
        return best;
    }

    /** The most along one route that crosses no more than so many ticks. */
    private double shortOfTick(Track track, double amount, int crossed) {
        double low = 0;
        double high = amount;
        while (high - low > NEAR_TICK * total) {
            double middle = (low + high) / 2;
            if (crossed(track, middle) <= crossed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int crossed(Track track, double amount) {
        return model.crossed(List.of(track), new double[] {amount});
    }
}
