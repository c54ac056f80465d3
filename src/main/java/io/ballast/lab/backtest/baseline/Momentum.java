package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Equal shares of the assets that rose most over a window (Jegadeesh and Titman 1993, without the short side); equal shares of all until
 * the window is full.
 *
 * @param window periods, at least 1
 * @param winners number of assets held, at least 1; all if there are fewer
 * @param every rows between trades, at least 1
 */
public record Momentum(int window, int winners, int every) implements WeightStrategy {
    public Momentum {
        if (window < 1 || winners < 1 || every < 1) {
            throw new IllegalArgumentException(
                    "no momentum of " + winners + " over " + window + " periods every " + every + " rows");
        }
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public WeightRule start(PriceTable table) {
        return new Windowed(window, every, this::weigh);
    }

    private void weigh(Moment now, double[] target) {
        Arrays.fill(target, 0);
        int held = Math.min(winners, now.assets());
        IntStream.range(0, now.assets())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer asset) -> -growth(now, asset)))
                .limit(held)
                .forEach(asset -> target[asset] = 1.0 / held);
    }

    private double growth(Moment now, int asset) {
        double growth = 1;
        for (int back = 0; back < window; back++) {
            growth *= now.relative(asset, back);
        }
        return growth;
    }
}
