package io.ballast.think.action;

import io.ballast.base.units.Token;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;

/**
 * A token has its own weight while the mean of its last closes is at least the mean of more of them, and none otherwise; cash
 * takes what is left.
 *
 * @param fast bars of the shorter mean, at least 1
 * @param slow bars of the longer mean, more than {@code fast}
 */
public record SmaCross(int fast, int slow) implements Signal {
    public SmaCross {
        if (fast < 1 || slow <= fast) {
            throw new IllegalArgumentException("means need 1 <= fast < slow, were " + fast + " and " + slow);
        }
    }

    /** Over 8 and 24 bars. */
    public SmaCross() {
        this(8, 24);
    }

    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public int bars() {
        return slow;
    }

    @Override
    public Weights weights(Weights own, PriceWindow window, Token cash) {
        return Tilt.of(own, cash, token -> isUp(window, window.tokens().indexOf(token)) ? 1 : 0);
    }

    /** The shorter sum is where the longer one begins. */
    private boolean isUp(PriceWindow window, int column) {
        double sum = 0;
        double shorter = 0;
        for (int back = 0; back < slow; back++) {
            shorter = back == fast ? sum / fast : shorter;
            sum += window.close(column, back);
        }
        return shorter >= sum / slow;
    }
}
