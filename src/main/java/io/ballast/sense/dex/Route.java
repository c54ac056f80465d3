package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.util.List;

/** One to three pools in a row, all of one venue, so that one router call executes it. */
public record Route(List<Hop> hops) {
    public Route {
        hops = List.copyOf(hops);
        if (hops.isEmpty() || hops.size() > 3) {
            throw new IllegalArgumentException("a route has 1 to 3 hops, had " + hops.size());
        }
        for (int i = 1; i < hops.size(); i++) {
            if (!hops.get(i).in().equals(hops.get(i - 1).out())
                    || hops.get(i).venue() != hops.get(0).venue()) {
                throw new IllegalArgumentException("hops must join and share a venue: " + hops);
            }
        }
    }

    public Token in() {
        return hops.get(0).in();
    }

    public Token out() {
        return hops.get(hops.size() - 1).out();
    }

    public Venue venue() {
        return hops.get(0).venue();
    }

    /** For people: {@code WETH→USDC v3/0.05%}. */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(in().toString());
        StringBuilder tiers = new StringBuilder();
        for (Hop hop : hops) {
            path.append('→').append(hop.out());
            tiers.append(tiers.isEmpty() ? "/" : "+")
                    .append(hop.feePips() / 10_000.0)
                    .append('%');
        }
        return path.append(' ').append(venue().label()).append(tiers).toString();
    }
}
