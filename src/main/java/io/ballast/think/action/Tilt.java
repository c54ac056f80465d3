package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.portfolio.Weights;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Weights multiplied by a factor each. */
final class Tilt {
    private Tilt() {}

    /**
     * Every weight but cash's times its factor, scaled down if they sum to more than 1; cash takes what is left.
     *
     * @param factor of each token but cash, finite, not negative
     */
    static Weights of(Weights own, Token cash, ToDoubleFunction<Token> factor) {
        List<Token> tokens = own.tokens();
        double[] parts = new double[tokens.size()];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            // A weight of zero stays zero, whatever it is multiplied by.
            if (!tokens.get(i).equals(cash) && own.shares().get(i).signum() > 0) {
                parts[i] = own.shares().get(i).doubleValue() * factor.applyAsDouble(tokens.get(i));
                sum += parts[i];
            }
        }
        parts[tokens.indexOf(cash)] = Math.max(0, 1 - sum);
        return Weights.inProportion(tokens, parts);
    }
}
