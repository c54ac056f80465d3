package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.util.Arrays;

/** The same weight for every token, cash included: {@code 1/N}. */
public record EqualWeight() implements Signal {
    @Override
    public String name() {
        return "equal-weight";
    }

    @Override
    public int bars() {
        return 0;
    }

    @Override
    public Weights weights(Weights own, PriceWindow window, Token cash) {
        double[] parts = new double[own.tokens().size()];
        Arrays.fill(parts, 1);
        return Weights.inProportion(own.tokens(), parts);
    }
}
