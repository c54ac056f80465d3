package io.ballast.lab.backtest.baseline;

import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;

/** Buys once and never trades again. With weights by capitalisation this stays weighted by capitalisation while supply lasts. */
public record Hold(String name, Mix mix) implements WeightStrategy {

    /** What the trader started with. */
    public static Hold of(Mix mix) {
        return new Hold("hold", mix);
    }

    /** {@code 1/N} of each at the start: the uniform market. */
    public static Hold uniform(int assets) {
        return new Hold("hold-equal", Mix.equal(assets));
    }

    /** @param capitalisations at the start, in any one currency */
    public static Hold byCapitalisation(double... capitalisations) {
        return new Hold("cap-weighted", Mix.proportional(capitalisations));
    }

    @Override
    public WeightRule start(PriceTable table) {
        return (now, target) -> {
            mix.into(target);
            return now.row() == 0;
        };
    }
}
