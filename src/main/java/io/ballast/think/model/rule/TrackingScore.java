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
 * edge = 10⁴ · ( Σᵢ kᵢ cᵢ (xᵢ² − x'ᵢ²) / (2Δᵢ)  −  cost / invested )
 * </pre>
 *
 * over all tokens but cash, with {@code x} the weight's distance from the target before and {@code x'} after, {@code c} the
 * cost per side and {@code Δ} the half-width of the band.
 *
 * <p>With {@code k = 1} the slope at the band's edge is {@code c}, the cost of moving one unit of weight: no token that is
 * inside its band pays for its own trade, and while all are inside, no edge is above zero. A token that is, or would be,
 * outside counts with {@code k = 4}: HOLD then means to bear the tracking loss for {@code (k/1.5) · Δ²/σ²}, where {@code σ} is
 * the volatility of the weight itself. That is about a month for a weight of 35 %, 5 bps of cost and a volatility of 70 %
 * a year. Where costs are proportional the best trade then ends at a quarter of the band, where the slope is {@code c} again;
 * impact and gas make it smaller.
 *
 * @param invested value at feed prices
 * @param current weights now
 */
record TrackingScore(Bands bands, Weights target, Weights current, Usd invested) {
    private static final double INSIDE = 1;
    private static final double OUTSIDE = 4;

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
        boolean outside = Math.max(Math.abs(before), Math.abs(left)) > band.halfWidth();
        return (outside ? OUTSIDE : INSIDE) * band.cost() * (before * before - left * left) / (2 * band.halfWidth());
    }

    private double distance(Weights weights, Token token) {
        return weights.share(token).subtract(target.share(token)).doubleValue();
    }
}
