package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;

/**
 * The strategy's own weights tilted toward what rose: {@code wᵢ = ownᵢ · clamp(1 + mᵢ/2, 0, 2)} for every token but cash, where
 * {@code mᵢ} is the log return over the last 24 bars over its standard deviation {@code σᵢ√24}. Cash takes what is left; if
 * the others want more than everything, they are scaled down to it.
 */
public record Momentum() implements Signal {
    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public int bars() {
        return LogReturns.COUNT + 1;
    }

    @Override
    public Weights weights(Weights own, PriceWindow window, Token cash) {
        return Tilt.of(own, cash, token -> {
            double strength =
                    LogReturns.of(window, window.tokens().indexOf(token)).strength();
            return Math.max(0, Math.min(2, 1 + strength / 2));
        });
    }
}
