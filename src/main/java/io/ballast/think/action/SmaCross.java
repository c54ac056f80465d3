package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;

/**
 * A token has its own weight while the mean of its last 8 closes is at least the mean of its last 24, and none otherwise;
 * cash takes what is left.
 */
public record SmaCross() implements Signal {
    private static final int FAST = 8;
    private static final int SLOW = 24;

    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public int bars() {
        return SLOW;
    }

    @Override
    public Weights weights(Weights own, PriceWindow window, Token cash) {
        return Tilt.of(own, cash, token -> {
            int column = window.tokens().indexOf(token);
            return mean(window, column, FAST) >= mean(window, column, SLOW) ? 1 : 0;
        });
    }

    private static double mean(PriceWindow window, int column, int bars) {
        double sum = 0;
        for (int back = 0; back < bars; back++) {
            sum += window.close(column, back);
        }
        return sum / bars;
    }
}
