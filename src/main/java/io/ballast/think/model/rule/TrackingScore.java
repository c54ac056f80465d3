package io.ballast.think.model.rule;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.think.action.Candidate;
import io.ballast.think.portfolio.Band;
import io.ballast.think.portfolio.Bands;
import io.ballast.think.portfolio.Weights;

/**
 * What a candidate gains by bringing weights nearer to a target, less what it costs, in basis points of invested value:
 *
 * <pre>
 * edge = 10⁴ · ( Σᵢ cᵢ (xᵢ² − x'ᵢ²) / (2Δᵢ)  −  cost / invested )
 * </pre>
 *
 * over all tokens but cash, with {@code x} the weight's distance from the target before and {@code x'} after, {@code c} the
 * cost per side and {@code Δ} the half-width of the band. The quadratic's slope at the band's edge is {@code c}, the cost of
 * moving one unit of weight; so the last unit that pays is the one that reaches the edge, as in the optimal policy for
 * proportional costs, which trades just enough to return to the region's boundary. While every weight is inside its band, no
 * edge is above zero.
 *
 * @param invested value at feed prices
 * @param current weights now
 */
record TrackingScore(Bands bands, Weights target, Weights current, Usd invested) {
    double edge(Candidate candidate) {
        if (candidate.isHold()) {
            return 0;
        }
        double gain = bands.bands().stream()
                .mapToDouble(band -> gain(band, candidate.weightsAfter()))
                .sum();
        double cost = candidate.cost().total().over(invested).doubleValue();
        double edge = 10_000 * (gain - cost);
        return isInside() ? Math.min(0, edge) : edge;
    }

    boolean isInside() {
        return bands.bands().stream().allMatch(band -> Math.abs(distance(current, band.token())) <= band.halfWidth());
    }

    private double gain(Band band, Weights after) {
        double before = distance(current, band.token());
        double left = distance(after, band.token());
        return band.cost() * (before * before - left * left) / (2 * band.halfWidth());
    }

    private double distance(Weights weights, Token token) {
        return weights.share(token).subtract(target.share(token)).doubleValue();
    }
}
