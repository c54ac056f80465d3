package io.ballast.lab.backtest;

/**
 * What trading cost, in USD, by cause. The sum is what the account is worth less by at the prices that the decision saw.
 *
 * @param fee of the pools' providers and protocols, or the plain rate of a {@code proportional} run; never negative
 * @param impact of our own size on the price, against the mid prices of the pools as they were quoted; never negative
 * @param gas with L1 data fees; failed transactions pay it too; never negative
 * @param delay of the price between decision and inclusion; negative where it was a gain
 * @param mev taken by a sandwich where the scenario assumes one; never negative
 * @param basis of the pools' mid prices against the feeds' at the decision; negative where the pools were the better market
 */
public record CostSplit(double fee, double impact, double gas, double delay, double mev, double basis) {
    public static final CostSplit NONE = new CostSplit(0, 0, 0, 0, 0, 0);

    /** Through pools that stand where the feeds do. */
    public CostSplit(double fee, double impact, double gas, double delay, double mev) {
        this(fee, impact, gas, delay, mev, 0);
    }

    public CostSplit plus(CostSplit other) {
        return new CostSplit(
                fee + other.fee,
                impact + other.impact,
                gas + other.gas,
                delay + other.delay,
                mev + other.mev,
                basis + other.basis);
    }

    public double total() {
        return fee + impact + gas + delay + mev + basis;
    }

    /** What is left if nothing of it was a gain; never negative. */
    public double charged() {
        return fee + impact + gas + Math.max(0, delay) + mev + Math.max(0, basis);
    }
}
