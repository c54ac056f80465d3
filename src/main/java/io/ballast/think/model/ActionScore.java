package io.ballast.think.model;

/**
 * Score of one candidate. All in basis points of invested value over the scorer's horizon, net of every cost; advantages are
 * over HOLD, so HOLD's edge, deviation and low are 0.
 *
 * @param edge mean advantage over HOLD across the ensemble
 * @param deviation standard deviation of that advantage across the ensemble; 0 for rules
 * @param low lower confidence bound of the advantage, {@code edge − κ·deviation}
 * @param q10 10 % quantile of net log growth of the candidate itself; rules repeat the edge
 * @param q50 median of net log growth
 * @param q90 90 % quantile of net log growth
 */
public record ActionScore(double edge, double deviation, double low, double q10, double q50, double q90) {
    public ActionScore {
        if (!Double.isFinite(edge + deviation + low + q10 + q50 + q90)) {
            throw new IllegalArgumentException("scores must be finite, were " + edge + " " + deviation + " " + low);
        }
    }

    /** Of a rule that states an advantage without uncertainty. */
    public static ActionScore certain(double edge) {
        return new ActionScore(edge, 0, edge, edge, edge, edge);
    }
}
