package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;

/** The strategy's own weights, whatever the market does. */
public record OwnTarget() implements Signal {
    @Override
    public String name() {
        return "target";
    }

    @Override
    public int bars() {
        return 0;
    }

    @Override
    public Weights weights(Weights own, PriceWindow window, Token cash) {
        return own;
    }
}
