package io.ballast.think.strategy;

/**
 * What an action has to show before it is taken. All in basis points of invested value over the scorer's horizon.
 *
 * @param minEdge the advantage over HOLD must be above it; not negative
 * @param medianFloor a model's median of net log growth must be above it
 * @param lossLimit a model's 10 % quantile of net log growth must be above minus this; not negative
 */
public record PolicyThresholds(double minEdge, double medianFloor, double lossLimit) {
    public PolicyThresholds {
        if (!(minEdge >= 0 && lossLimit >= 0) || !Double.isFinite(minEdge + medianFloor + lossLimit)) {
            throw new IllegalArgumentException("thresholds must be finite and not negative, were " + minEdge + ", "
                    + medianFloor + ", " + lossLimit);
        }
    }
}
