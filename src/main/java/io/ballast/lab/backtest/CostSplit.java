package io.ballast.lab.backtest;

/**
 * What trading cost, in USD, by cause.
 *
 * @param fee of the pools' providers and protocols, or the plain rate of a {@code proportional} run
 * @param impact of our own size on the price
 * @param gas with L1 data fees; failed transactions pay it too
 * @param delay of the price between decision and inclusion; negative where it was a gain
 * @param mev taken by a sandwich where the scenario assumes one
 */
public record CostSplit(double fee, double impact, double gas, double delay, double mev) {
    public static final CostSplit NONE = new CostSplit(0, 0, 0, 0, 0);

    public CostSplit plus(CostSplit other) {
        return new CostSplit(
                fee + other.fee, impact + other.impact, gas + other.gas, delay + other.delay, mev + other.mev);
    }

    public double total() {
        return fee + impact + gas + delay + mev;
    }
}
