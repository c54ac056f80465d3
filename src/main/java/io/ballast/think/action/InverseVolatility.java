package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.util.List;

/**
 * Cash keeps its own weight; the others share the rest in proportion to {@code 1/σ}, where {@code σ} is the standard deviation
 * of the last 24 log returns, not below 10⁻⁶.
 */
public record InverseVolatility() implements Signal {
    private static final double SMALLEST = 1e-6;

    @Override
    public String name() {
        return "inverse-volatility";
    }

    @Override
    public int bars() {
        return LogReturns.COUNT + 1;
    }

    @Override
    public Weights weights(Weights own, PriceWindow window, Token cash) {
        List<Token> tokens = own.tokens();
        double[] parts = new double[tokens.size()];
        double total = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!tokens.get(i).equals(cash)) {
                int column = window.tokens().indexOf(tokens.get(i));
                parts[i] = 1 / Math.max(SMALLEST, LogReturns.of(window, column).deviation());
                total += parts[i];
            }
        }
        double kept = own.share(cash).doubleValue();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = tokens.get(i).equals(cash) ? kept : (1 - kept) * parts[i] / total;
        }
        return Weights.inProportion(tokens, parts);
    }
}
