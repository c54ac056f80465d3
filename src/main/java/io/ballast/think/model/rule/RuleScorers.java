package io.ballast.think.model.rule;

import io.ballast.base.units.Bps;
import io.ballast.think.action.EqualWeight;
import io.ballast.think.action.InverseVolatility;
import io.ballast.think.action.Momentum;
import io.ballast.think.action.OwnTarget;
import io.ballast.think.action.Signal;
import io.ballast.think.action.SmaCross;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule scorers by the names a strategy gives them. */
public final class RuleScorers {
    private static final Map<String, Signal> SIGNALS = new LinkedHashMap<>();

    static {
        SIGNALS.put("band", new OwnTarget());
        SIGNALS.put("equal-weight", new EqualWeight());
        SIGNALS.put("inverse-volatility", new InverseVolatility());
        SIGNALS.put("momentum", new Momentum());
        SIGNALS.put("sma-cross", new SmaCross());
    }

    private RuleScorers() {}

    /** All names, {@code band} first. */
    public static List<String> names() {
        return List.copyOf(SIGNALS.keySet());
    }

    /**
     * The scorer of a name.
     *
     * @param band fixed half-width of the no-trade band; empty derives it from cost
     * @throws IllegalArgumentException if there is none of that name
     */
    public static TrackingRule byName(String name, Optional<Bps> band) {
        return new TrackingRule(name, signal(name), band);
    }

    /**
     * The signal that the rule of a name follows.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Signal signal(String name) {
        Signal signal = SIGNALS.get(name);
        if (signal == null) {
            throw new IllegalArgumentException("no rule is called \"" + name + "\"; there are " + names());
        }
        return signal;
    }
}
