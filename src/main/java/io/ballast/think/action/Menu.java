package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Which kinds of candidates a scorer chooses among.
 *
 * @param signals whose weights are moved toward; shifts are tried against the first
 * @param shifts whether single pairs of tokens are tried besides
 */
public record Menu(List<Signal> signals, boolean shifts) {
    /** Everything that there is. */
    public static final Menu ALL = new Menu(Signal.ALL, true);

    public Menu {
        signals = List.copyOf(signals);
    }

    /** Moves toward the weights of one signal and nothing else. */
    public static Menu only(Signal signal) {
        return new Menu(List.of(signal), false);
    }

    /** The targets of all signals whose window is full, in order. */
    public List<NamedTarget> targets(Weights own, PriceWindow window, Token cash) {
        List<NamedTarget> targets = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            if (window.bars() >= signal.bars()) {
                targets.add(new NamedTarget(signal.name(), signal.weights(own, window, cash)));
            }
        }
        return targets;
    }

    /** Closed bars that its signals need. */
    public int bars() {
        return signals.stream().mapToInt(Signal::bars).max().orElse(0);
    }
}
