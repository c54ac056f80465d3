package io.ballast.think.strategy;

import io.ballast.think.model.ActionScore;
import java.util.Locale;
import java.util.Optional;

/** Reasons not to take an action, in words; the first that applies. */
record Doubt(PolicyThresholds thresholds) {
    /** Against a score that a rule states. */
    Optional<String> ofRule(ActionScore score) {
        if (score.edge() <= 0) {
            return Optional.of("Costs more than it gains");
        }
        return score.edge() > thresholds.minEdge()
                ? Optional.empty()
                : Optional.of("Under the " + bps(thresholds.minEdge()) + " minimum edge");
    }

    /** Against a score that a model estimates. */
    Optional<String> ofModel(ActionScore score) {
        if (score.low() <= 0) {
            return Optional.of(score.edge() <= 0 ? "Costs more than it gains" : "Lower bound under zero");
        }
        if (score.q50() <= thresholds.medianFloor()) {
            return Optional.of("Median not above " + bps(thresholds.medianFloor()));
        }
        if (score.q10() <= -thresholds.lossLimit()) {
            return Optional.of("10% quantile not above " + bps(-thresholds.lossLimit()));
        }
        return ofRule(score);
    }

    /** One decimal, two below a tenth, and a true minus sign. */
    static String bps(double value) {
        String format = value != 0 && Math.abs(value) < 0.1 ? "%.2f bps" : "%.1f bps";
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }
}
