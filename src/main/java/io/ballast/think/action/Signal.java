package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.util.List;

/** A rule that says which weights to hold now. Pure; transcendental functions are {@link StrictMath}'s, to be repeatable. */
public sealed interface Signal permits EqualWeight, InverseVolatility, Momentum, OwnTarget, SmaCross {
    /** Every signal, the strategy's own target first. */
    List<Signal> ALL =
            List.of(new OwnTarget(), new EqualWeight(), new InverseVolatility(), new Momentum(), new SmaCross());

    /** What targets, rules and candidates of this signal are called. */
    String name();

    /** Number of closed bars it needs. */
    int bars();

    /**
     * The weights to hold.
     *
     * @param own the strategy's own target
     * @param window at least {@link #bars} bars of the same tokens
     */
    Weights weights(Weights own, PriceWindow window, Token cash);

    /** The targets of all signals whose window is full, the strategy's own first. */
    static List<NamedTarget> targets(Weights own, PriceWindow window, Token cash) {
        return Menu.ALL.targets(own, window, cash);
    }
}
